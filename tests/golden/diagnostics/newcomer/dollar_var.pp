template ask(q: text) """
  ${q} and $q
"""
program main(q: text) { return ask($q) }
