template triage(review: text) -> "happy" | "angry" """
  Somebody wrote to the support desk of a shop. How does the writer of this feel?
  {{ review }}
"""

program main(reviews: list[text] = ["a", "b", "c"]) {
  return map review in reviews: triage(review)
}
