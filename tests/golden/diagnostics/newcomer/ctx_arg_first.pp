context desk(p: text) """
  {{ p }}
"""
template ask(q: text) within desk """
  {{ q }}
"""
program main(p: text, q: text) { return ask(desk(p), q) }
