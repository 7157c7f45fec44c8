template greet(name: text, age: int, mood: text = "happy") ->  text """
  {{ name }} {{ age }} }}
"""

program main() {
  return greet()
}
