template ask(x: text) """
  {{ x }}
"""
program main(xs: list[text]) { return map x in xs within { budget: 80 } if x != "": ask(x) }
