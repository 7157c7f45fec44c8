template ask(question: text) """
  {{ question }}
"""

program main() {
  begun = ask("Why?") { begin: "Two reasons. First, ", stop: "." }
  return first_match(begun, "^Two reasons. First,")
}

test "a stop in the beginning ends nothing" {
  given main() as value
  expect value == "Two reasons. First,"
}
