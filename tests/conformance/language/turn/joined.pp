context desk() """
  Desk.
"""

context case() within desk """
  Case.
"""

context ordered() """
  {% system %}
  Obey.
"""

template ask() -> text within desk """
  Why?
"""

template again() -> text within desk """
  {% user %}
  Why?
"""

template after() -> text within ordered """
  Why?
"""

program main() {
  file = desk().case()
  return [file.ask(), file.again(), ordered().after()]
}
