template greet(name: text age: int) -> text """
  Greet {{ name }}, {{ age }}.
"""
