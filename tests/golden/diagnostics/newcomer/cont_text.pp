template draft(t: text) """
  {{ t }}
"""
template shorten() within draft """
  Shorter.
"""
program main(t: text) { return t.shorten() }
