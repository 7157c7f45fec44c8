template pitch() -> text """
  Pitch it.
"""

program main(idea: text = pitch()) {
  return idea
}
