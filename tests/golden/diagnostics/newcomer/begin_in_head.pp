template ask(q: text) { begin: "Yes" } """
  {{ q }}
"""
program main(p: text) { return ask(p) }
