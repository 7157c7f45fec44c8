template greet(model: text) -> text """
  {{ model }}
"""

program main(map: text) {
  return greet(map)
}
