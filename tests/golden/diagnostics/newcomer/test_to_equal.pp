template ask(q: text) -> int """
  {{ q }}
"""
program main(q: text) { return ask(q) }
test "greets" {
  given main("Ada") as result
  expect(result).toBe(3)
}
