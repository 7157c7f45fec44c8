template ask(q: text) """
  {{ q }}
"""
program main(q: text) { return ask q }
