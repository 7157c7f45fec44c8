template improve(draft: text) -> text """
  Improve this: {{ draft }}
"""

program main(draft: text) {
  draft = improve(draft)
  return draft
}
