template ask(q: text) """
  {{ q }}
"""
program main(q: text) { return ask(q) }
test "greets" {
  mock ask: ["Hi"]
  given main("Ada") as result
  expect result == "Hi"
}
