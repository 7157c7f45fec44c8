template ask(word: text) """
  {{ word }}
"""

test "a table has no steps" {
  cases [ask("a")] as row
  expect row == "a"
}
