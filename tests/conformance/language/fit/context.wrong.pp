context desk() """
  Desk
"""

context case() within desk """
  Case
"""

template ask() -> text within case """
  Why?
"""

program reply(file: case) { return file.ask() }

program main() { return reply(desk()) }
