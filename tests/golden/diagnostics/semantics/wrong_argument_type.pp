template greet(name: text, age: int) -> text """
  {{ name }} {{ age }}
"""

program main(name: text, age: text) {
  return greet(name, age)
}
