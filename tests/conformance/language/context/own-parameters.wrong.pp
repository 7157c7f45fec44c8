context desk(policy: text) """
  Policy: {{ policy }}
"""

context case(history: text) within desk """
  {{ history }}, under {{ policy }}
"""

template ask() -> text within case """
  Why {{ history }}?
"""
