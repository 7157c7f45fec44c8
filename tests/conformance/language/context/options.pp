context desk() { temperature: 0.5 } """
  Desk
"""

context case() within desk { max_tokens: 9 } """
  Case
"""

template ask() -> text within desk """
  Why?
"""

program main() {
  office = desk()
  return [office.ask(), office.case().ask()]
}
