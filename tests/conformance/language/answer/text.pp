template ask() """
  Say something.
"""

program main() { return ask() }

test "white space at the ends goes" {
  answers ask: ["  two words \n"]
  given main() as value
  expect value == "two words"
}
