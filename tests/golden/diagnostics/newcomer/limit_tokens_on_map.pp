template ask(x: text) """
  {{ x }}
"""
program main(xs: list[text]) { return map x in xs within { tokens: 8 }: ask(x) }
