template judge(review: text) -> text """
  {{ review }}
"""

program judge(review: text) {
  return review
}
