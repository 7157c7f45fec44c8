context desk(policy: text) """
  You work at a help desk. Policy: {{ policy }}
"""

template answer(question: text) -> text within desk(policy) """
  {{ question }}
"""

program main(policy: text, question: text) {
  return desk(policy).answer(question)
}
