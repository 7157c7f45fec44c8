template ask(word: text) """
  {{ word }}
"""

test "answers left over do not matter" {
  answers ask: ["a", "b", "c"]
  given ask("x") as value
  expect value == "a"
}
