context desk(policy: text) """
  Policy: {{ policy }}
"""

template ask() -> text within desk """
  Why?
"""

program reply(office: desk) { return office.ask() }

program main() {
  offices = [desk("a"), desk("b")]
  return map office in offices: reply(office)
}

test "contexts are passed on" {
  answers ask: ["one", "two"]
  given main() as value
  expect value == ["one", "two"]
}
