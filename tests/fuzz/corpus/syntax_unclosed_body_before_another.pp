template greet(name: text) -> text """
  Greet {{ name }}.

template leave(name: text) -> text """
  Say goodbye to {{ name }}.
"""

program main(name: text) {
  return [greet(name), leave(name)]
}
