template ask(x: text) { timeout: 5s } """
  {{ x }}
"""
program main(x: text) { return ask(x) }
