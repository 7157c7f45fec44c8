type text = int

program len(a: int) { return a }

template ask(format: text) """
  {{ format }}
"""
