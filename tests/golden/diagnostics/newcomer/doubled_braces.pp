template t(q: text) """
  Answer as {{"name": "x", "age": 3}}. {{ q }}
"""
program main(q: text) { return t(q) }
