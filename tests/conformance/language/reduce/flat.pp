template merge(notes: list[text], style: text = "short") -> text """
  Merge, {{ style }}: {{ notes }}
"""

program main(notes: list[text]) {
  return reduce notes with merge by flat { max_tokens: 40 }
}
