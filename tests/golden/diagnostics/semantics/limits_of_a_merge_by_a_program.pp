template merge(notes: list[text]) -> text """
  Merge these notes: {{ notes }}
"""

program merge_well(notes: list[text]) { return trim(merge(notes)) }

program main(notes: list[text]) {
  return reduce notes with merge_well by tree within { tokens: 800 }
}
