template short-answer(q: text) """
  {{ q }}
"""
program main(q: text) { return short-answer(q) }
