context desk(policy: text) """
  You work at a help desk. Policy: {{ policy }}
"""

template answer(question: text) -> text within desk """
  {{ question }}
"""

program main(policy: text, question: text) {
  return answer(question)
}
