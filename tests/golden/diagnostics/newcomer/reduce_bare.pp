template merge(notes: list[text]) -> text """
  Merge these notes:
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

program main(notes: list[text]) {
  all = reduce notes with merge
  other = reduce(notes, merge)
  return all
}
