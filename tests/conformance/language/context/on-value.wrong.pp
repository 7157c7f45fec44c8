context desk() """
  Desk
"""

context case() within desk """
  Case
"""

template ask() -> text within case """
  Why?
"""

template alone() -> text """
  Why?
"""

program main() {
  office = desk()
  return [ask(), text(case()), office.ask(), office.alone(), office.case().case()]
}
