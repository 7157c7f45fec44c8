template ask(question: text) -> int(1..5) """
  {{ question }}
"""

program main(question: text) {
  one = ask(question)
  two = ask(question + "!")
  sum_ = one + two
  return ask(text(sum_))
}
