template ask(q: text) """
  {{ q.strip().lower() }}
"""
program main(q: text) { return ask(q) }
