def main(name: text) {
  return name
}
