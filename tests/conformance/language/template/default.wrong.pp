template ask(a: text, b: text = a, c: text = other()) """
  {{ a }}, {{ b }}, {{ c }}
"""

template other() """
  Other
"""
