template pitch() -> text """
  Pitch it.
"""

program main() {
  return sample "8": pitch()
}
