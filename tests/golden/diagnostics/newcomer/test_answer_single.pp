template ask(q: text) -> int """
  {{ q }}
"""
program main(q: text) { return ask(q) }
test "greets" {
  answers ask: 3
  given main("Ada") as result
  expect result == 3
}
