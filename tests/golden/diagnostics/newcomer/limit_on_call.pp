template ask(x: text) """
  {{ x }}
"""
program main(x: text) { return ask(x) within { deadline: 5 } }
