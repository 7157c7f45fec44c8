template split_up(article: text) -> List[str] """
  Split into points: {{ article }}
  {{ format }}
"""

program main(article: text) -> Dict[str, int] {
  return split_up(article)
}
