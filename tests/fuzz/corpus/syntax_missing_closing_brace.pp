template greet(name: text) -> text """
  Greet {{ name }}.
"""

program main(name: text) {
  greeting = greet(name)
  return greeting
