template greet(mood: "happy" | "sad") -> text """
  {{ mood }}
"""

program main() {
  return greet("hapy")
}
