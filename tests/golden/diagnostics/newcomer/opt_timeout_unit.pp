template ask(x: text) { timeout: "5 s" } """
  {{ x }}
"""
program main(x: text) { return ask(x) }
