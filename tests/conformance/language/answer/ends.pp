template list_them() -> list[text] """
  Which?
"""

program main() { return list_them() }
