template greet(name: text) -> text """
  Say hello to {name}.
"""

program main(name: text) {
  return f"Dear {greet(name)}!"
}
