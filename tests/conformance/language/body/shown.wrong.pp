context desk() """
  Desk
"""

template show(office: desk) """
  {{ office }}
"""
