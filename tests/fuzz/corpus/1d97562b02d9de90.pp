template greet(name: text, by : int) -> text """
  {{ name }}{{ age }}
"""

program main(name: text) {
  return greet(name, name: name, age: 3)
}
