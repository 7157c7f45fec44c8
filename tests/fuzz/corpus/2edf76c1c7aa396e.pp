context a(x: text) within b """
  {{ x }}
"""

context b(x: text) within a """
  ""
  {{ x}}
"""
