template judge(review: text) -> "good" | "bad" { calibrate: "batch" } """
  Is this good or bad? {{ review }}
"""

template write(topic: text) { calibrate: "prior" } """
  Write about {{ topic }}.
"""

program main(review: text) {
  return { one: judge(review), other: write(review) }
}
