template greet(name: text) -> text """
  {{ name }}
"""

program main(names: list[text]) {
  return greet(first(names))
}
