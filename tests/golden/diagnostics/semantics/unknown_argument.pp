template greet(name: text) -> text """
  {{ name }}
"""

program main(name: text) {
  return greet(nam: name)
}
