template ask(t: text) """
  {{ t }}
"""
program main(t: text) { return repeat d = t until len(d) < 3: ask(d) }
