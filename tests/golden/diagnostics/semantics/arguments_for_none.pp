template pitch() -> text """
  Pitch it.
"""

program main(name: text) {
  return pitch(name)
}
