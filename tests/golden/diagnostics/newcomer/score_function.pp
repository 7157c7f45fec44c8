template yes(t: text) -> bool """
  {{ t }}
"""
program main(t: text) { return logprob(yes(t)) }
