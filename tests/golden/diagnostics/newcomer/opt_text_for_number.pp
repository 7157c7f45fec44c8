template ask(x: text) { max_tokens: "20" } """
  {{ x }}
"""
program main(x: text) { return ask(x) }
