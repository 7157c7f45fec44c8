context desk(policy: text) """
  Policy: {{ policy }}
"""

template ask() -> text within desk """
  Why?
"""

program main(policy: text = "be kind") {
  _unused = desk("none")
  office = desk(policy)
  return office.ask()
}
