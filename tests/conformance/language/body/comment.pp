template ask() """
  One{# a comment #} and
  {# a line of it
     and another #}
  two.
"""

program main() { return ask() }
