template ask() """
  Why?
"""

program main() { return ask() }
