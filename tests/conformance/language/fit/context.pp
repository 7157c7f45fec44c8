context desk() """
  Desk
"""

context case() within desk """
  Case
"""

template ask() -> text within desk """
  Why?
"""

program reply(office: desk) { return office.ask() }

program main() { return reply(desk().case()) }

test "a case is a desk" {
  answers ask: ["because"]
  given main() as value
  expect value == "because"
}
