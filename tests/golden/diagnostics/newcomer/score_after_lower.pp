template ask(q: text) """
  {{ q }}
"""
program main(p: text) { return lower(ask(p)).logprob }
