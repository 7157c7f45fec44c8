type text { a: int }

template len(value: text) -> int """
  How long is {{ value }}?
"""
