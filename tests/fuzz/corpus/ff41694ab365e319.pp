template merge(notes: list[text]) -> text """
  {{ notes }}
"""

program main(notes: list[int]) {
  return reduce notes with merge by flat
}
