template judge(review: text) -> text """
  Is this better than the previous review? {{ review }}
"""

program main(reviews: list[text]) {
  return map review in reviews: judge(review)
}
