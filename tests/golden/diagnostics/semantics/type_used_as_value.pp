type Mood = "happy" | "sad"

program main() {
  return Mood
}
