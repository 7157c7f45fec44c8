context a(x: text) within b """
  {{ x }}
"""

context b(x: text) within a """
  {{ x }}
"""

context c(x: text) within c """
  {{ x}}
"""
