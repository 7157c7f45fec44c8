template triage(review: text) -> "good" | "bad" """
  Triage: {{ review }}
"""

program main(reviews: list[text]) {
  long = map review in reviews if len(review) > 100: triage(review)
  return count(long, "bad")
}
