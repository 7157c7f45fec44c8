context desk(policy: text) """
  {{ policy }}
"""

template merge(notes: list[text]) -> text within desk """
  {{ notes }}"""

program main(notes: list[text]) {
  return reduce notes with merge by flat
}
