template greet(name: text) -> text """
  {{ name }}
"""

program main(name: text) {
  return greet(name, 3, 4)
}
