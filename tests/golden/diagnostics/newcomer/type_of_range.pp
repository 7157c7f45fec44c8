template ask(q: text) -> int(1-5) """
  {{ q }}
"""
program main(q: text) { return ask(q) }
