template ask(x: text) """
  {{ x }}
"""
program main(x: text) { return ask(x, temperature: 0.5) }
