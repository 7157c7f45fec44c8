template judge(review: text, policy: text) -> text """
  {{ policy }}: {{ review }}
"""

program main(reviews: list[text], policies: list[text]) {
  table = map policy in policies: map review in reviews: judge(review, policy)
  return flatten(table)
}
