template ask(q: text) -> int """
  {{ q }}
"""
program main(q: text) { return ask(q) }
test "greets" {
  cases [("a", 1), ("b", 2)] as row
  given main(row[0]) as result
  expect result == row[1]
}
