template ask(x: text) """
  {{ x }}
"""
program main(x: text) { return sample 8 within { budget: 50% }: ask(x) }
