context one() within two """
  One
"""

context two() within one """
  Two
"""

context three() within main """
  Three
"""

program main() { return 1 }
