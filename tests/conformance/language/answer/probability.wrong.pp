template yes(question: text) -> bool """
  {{ question }}
"""

program main(question: text) {
  answer = yes(question)
  both = [answer, true]
  return [(not answer).probability, both[0].probability, true.probability, answer.probability]
}
