template is_angry(review: text) -> bool """
  Angry? {{ review }}
"""

template answer(review: text) -> text """
  Answer: {{ review }}
"""

program main(reviews: list[text]) {
  return map review in reviews if is_angry(review): answer(review)
}
