context reading(review: text) { calibrate: "batch" } """
  A review: {{ review }}
"""

template judge() -> "happy" | "angry" within reading """
  How does it sound?
"""

template again() -> bool within reading { calibrate: "prior" } """
  Is it happy?
"""

template describe(review: text) -> text { calibrate: "batch" } """
  Describe the mood of this review: {{ review }}
"""

template is_happy(review: text) -> bool { calibrate: "batch" } """
  Is this review happy? {{ review }}
"""

program one(review: text) {
  return is_happy(review)
}

program mapped(review: text) {
  return is_happy(review)
}

program main(reviews: list[text], mode: text) {
  opened = reading(reviews[0])
  described = describe(reviews[0]) { calibrate: "prior" }
  first = is_happy(reviews[0])
  calm = is_happy(reviews[0]) { calibrate: "none" }
  drawn = sample 3: is_happy(reviews[0])
  all = map review in reviews: is_happy(review)
  both = map review in reviews: { happy: mapped(review), judged: reading(review).judge() }
  alone = opened.judge()
  odd = is_happy(reviews[0]) { calibrate: mode }
  bad = is_happy(reviews[0]) { calibrate: "all" }
  return [described, first, calm, drawn, all, both, alone, odd, bad, one(reviews[0])]
}
