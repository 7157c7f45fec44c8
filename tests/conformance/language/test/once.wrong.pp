template ask(word: text) """
  {{ word }}
"""

test "lines" {
  cases [1] as one
  cases [2] as two
  answers ask: ["a"]
  answers ask: ["b"]
  answers akk: ["c"]
  given ask("x") as value
  expect value == "a" and one == two
}

test "lines" {
  expect true
}
