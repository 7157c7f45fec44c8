context desk(policy: text) { temperature: 0.5 } """
  {{ policy }}
"""

template merge(notes: list[text]) -> text within desk { max_tokens: 80 } """
  Merge: {{ notes }}
"""

program main(policy: text, notes: list[text]) {
  office = desk(policy)
  return reduce notes with office.merge by tree
}
