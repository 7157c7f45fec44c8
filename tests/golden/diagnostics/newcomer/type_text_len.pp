template ask(q: text) -> text(40) """
  {{ q }}
"""
program main(q: text) { return ask(q) }
