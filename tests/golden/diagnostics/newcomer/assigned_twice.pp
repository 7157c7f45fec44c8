template improve(draft: text) -> text """
  Improve this: {{ draft }}
"""

program main(draft: text) {
  better = improve(draft)
  better = improve(better)
  return better
}
