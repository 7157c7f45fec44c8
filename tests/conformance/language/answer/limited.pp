template short() -> text(max_chars: 12) """
  Say something.
"""

template code() -> text(pattern: "[A-Z]{2}[0-9]") """
  Say a code.
"""

program main() { return [short(), code()] }
