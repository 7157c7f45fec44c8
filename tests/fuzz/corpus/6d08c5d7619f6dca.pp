template merge(notes: list[text], style: text) -> text """
  {{ notes }} {{ style }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by flat
}