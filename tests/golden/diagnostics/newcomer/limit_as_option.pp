template ask(x: text) { deadline: 5 } """
  {{ x }}
"""
program main(x: text) { return ask(x) }
