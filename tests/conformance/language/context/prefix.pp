context desk(policy: text) """
  You work at a support desk. Be kind to everybody who writes. Our policy is this:
  {{ policy }}
"""

template triage(review: text) -> "happy" | "angry" within desk """
  How does the writer of this feel?
  {{ review }}
"""

program main(policy: text = "no refunds", reviews: list[text] = ["a", "b", "c"]) {
  office = desk(policy)
  return map review in reviews: office.triage(review)
}
