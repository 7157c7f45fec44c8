template ask(x: text) """
  {{ x }}
"""
program main(x: text) { return smaple 3: ask(x) }
