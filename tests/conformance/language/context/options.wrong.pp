context desk() """
  Desk
"""

template ask() -> text within desk """
  Why?
"""

program main() {
  office = desk() { temperature: 0.5 }
  return office.ask()
}
