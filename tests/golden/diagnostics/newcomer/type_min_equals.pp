template ask(q: text) -> int(min=1, max=5) """
  {{ q }}
"""
program main(q: text) { return ask(q) }
