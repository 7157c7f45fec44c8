context desk(policy: text) { calibrate: "prior" } """
  {{ policy }}
"""

template judge(review: text) -> "good" | "bad" within desk """
  Is this review good or bad? {{ review }}
"""

template is_urgent(review: text) -> bool """
  Is this urgent? {{ review }}
"""

program urgent(reviews: list[text]) {
  return map review in reviews if is_urgent(review): review
}

program main(policy: text, reviews: list[text]) {
  office = desk(policy)
  found = urgent(reviews) { calibrate: "batch" }
  return map review in found: { one: office.judge(review), other: office.judge(review) { calibrate: "batch" } }
}
