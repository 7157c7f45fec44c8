context desk(policy: text) """
  {{ policy }}
"""

template open(policy: text) -> list[desk] """
  {{ policy }}
"""
