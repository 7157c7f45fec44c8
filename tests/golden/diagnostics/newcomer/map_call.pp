template ask(q: text) """
  {{ q }}
"""
program main(qs: list[text]) { return map(ask, qs) }
