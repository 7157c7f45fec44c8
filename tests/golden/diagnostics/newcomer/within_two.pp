context desk(p: text) """
  {{ p }}
"""
context shop(p: text) """
  {{ p }}
"""
template ask(q: text) within desk, shop """
  {{ q }}
"""
program main(p: text) { return desk(p).ask(p) }
