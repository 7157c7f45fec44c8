template merge(notes: list[text]) -> text """
  Sum up: {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by flat
}
