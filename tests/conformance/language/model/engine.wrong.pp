model judge = "large" { cells: 4096, max_width: 4, temperature: 0.5, model: "small" }

template ask() { model: judge, cells: 100 } """
  Why?
"""
