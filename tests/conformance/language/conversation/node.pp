template draft(topic: text) """
  Write about {{ topic }}.
"""

template again(why: text) within draft """
  Once more: {{ why }}
"""

template good(line: text) -> bool """
  Is this good? {{ line }}
"""

program main(topic: text, heat: float(0..2)) {
  first = draft(topic) { temperature: heat }
  best = repeat d = first up to 3 until good(d): d.again("shorter")
  return { text: best, likely: best.logprob, sure: good(best).probability, doubt: first.entropy }
}
