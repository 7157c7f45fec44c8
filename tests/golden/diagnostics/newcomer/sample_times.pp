template ask(q: text) """
  {{ q }}
"""
program main(q: text) { return sample 5 times: ask(q) }
