template ask() -> text(pattern: "<.end.>") """
  Say it.
"""

template again() -> bool within ask """
  Is it?
"""

program main() { return ask().again() }
