enum Mood { happy, sad }

def main() {
  return 1
}

program fine() {
  return 1
}
