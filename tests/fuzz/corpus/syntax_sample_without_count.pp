template pitch() -> text """
  Pitch it.
"""

program main() {
  return sample: pitch()
}
