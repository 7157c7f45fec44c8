template ask(x: text) """
  {{ x }}
"""
program main(x: text) { return sample 8 within { budget: 10k }: ask(x) }
