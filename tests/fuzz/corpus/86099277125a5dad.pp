type Verdict { mood: "happy" | "angry", reason: text? }

context desk(policy: text) """
  {{ polcy }}
"""

template judge(review: text) -> Verdict within desk { temperatur: 1 } """
  {{ review }}
"""

program main(policy: text, reviews: list[text]) { office = desk(policy)
  verdicts = map review in reviews: office.judge(review, 3)
  angry = map v in verdicts if v.mood == "angri": v.reason
  unused  == = 3
  return { angry, count: len(angry) + "x" }
}
 