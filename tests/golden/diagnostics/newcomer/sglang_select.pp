template tip(t: text) """
  Is it {{ t }}? {{ select("answer", choices=["yes", "no"]) }}
"""
program main(t: text) { return tip(t) }
