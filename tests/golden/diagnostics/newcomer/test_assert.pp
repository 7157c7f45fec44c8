template ask(q: text) """
  {{ q }}
"""
program main(q: text) { return ask(q) }
test "greets" {
  result = main("Ada")
  assert result == "Hi"
}
