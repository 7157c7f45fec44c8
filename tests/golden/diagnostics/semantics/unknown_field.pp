type Verdict {
  mood: "happy" | "angry"
  topic: text
}

template judge(review: text) -> Verdict """
  {{ review }}
"""

program main(review: text) {
  verdict = judge(review)
  return verdict.tpic
}
