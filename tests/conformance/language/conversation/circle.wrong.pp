template ask(q: text) within reply """
  {{ q }}
"""

template reply(q: text) within ask """
  {{ q }}
"""
