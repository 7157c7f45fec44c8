template ask(question: text) """
  {{ question }}
"""

program main() {
  begun = ask("Why?") { begin: "Because " }
  return [begun, first_match(begun, "^Because")]
}

test "the answer begins with it" {
  given main() as value
  expect value[1] == "Because"
}
