template merge(notes: list[text]) -> text """
  {{ notes }}
"""

program main(notes: text) {
  return reduce notes with merge by flat
}
