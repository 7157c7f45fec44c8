template greet(name: text, age: int, mood: text = "happy") ->  text """
  {{ name }} {{ age }} }}
"""

prograA main() {
  return greet()
}
