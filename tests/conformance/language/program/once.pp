template ask(question: text) """
  {{ question }}
"""

program main() {
  first_ = ask("one")
  second = ask("two")
  both = ask(first_ + second)
  return [first_, first_, both]
}
