template greet(name: text) -> text """
  Say hello to {name} in a friendly way.
"""

program main(name: text) {
  return greet(name)
}
