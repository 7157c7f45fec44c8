template ask(x: text) """
  {{ x }}
"""
program main(x: text) { return sample 8 within { deadline: 5s }: ask(x) }
