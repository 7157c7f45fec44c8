template triage(review: text) -> text """
  Triage: {{ review }}
"""

program main(reviews: list[text]) {
  return map review in reviews: triage(review)
}
