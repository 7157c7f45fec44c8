template greet(name: text, age: int, mood: text = "happy") -> text """
  {{ name }} {{ age }} {{ mood }}
"""

program main() {
  return greet()
}
