template ask(x: text) """
  {{ x }}
"""
program main(x: text) { return repeat d = x up to 3 untill len(d) < 3: ask(d) }
