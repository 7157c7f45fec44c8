template greet(name: text, age: int) -> text """
  Greet {{ name }}, {{ age }}.
"""

program main(name: text) {
  return greet(name 3)
}
