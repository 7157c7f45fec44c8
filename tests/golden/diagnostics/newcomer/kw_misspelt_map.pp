template ask(x: text) """
  {{ x }}
"""
program main(xs: list[text]) { return mpa x in xs: ask(x) }
