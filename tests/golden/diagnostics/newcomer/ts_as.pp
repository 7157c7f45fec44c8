template t(q: text) -> text """
  {{ q }}
"""
program main(q: text) { return t(q) as int }
