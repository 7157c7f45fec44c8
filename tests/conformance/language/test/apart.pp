template ask(word: text) """
  {{ word }}
"""

test "one" {
  answers ask: ["a"]
  given ask("x") as value
  expect value == "a"
}

test "the other has answers of its own" {
  answers ask: ["a"]
  given ask("x") as value
  expect value == "a"
}
