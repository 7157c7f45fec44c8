template yes(t: text) -> bool """
  {{ t }}
"""
program main(t: text) { return yes(t).probability("true") }
