template ask(question: text) """
  {{ question }}
"""

program main(question: text) {
  answer = ask(question)
  longer = answer + "!"
  return [answer.logprob, longer.logprob, answer.probability]
}
