template merge(notes: list[text]) -> text """
  {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by fold
}
