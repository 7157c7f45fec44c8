template ask(x: text) """
  {{ x }}
"""
program main(x: text) { return ask(x) }
test "a" {
  given main("x") as y
  exepct y == "a"
}
