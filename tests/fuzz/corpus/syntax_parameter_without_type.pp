template greet(name) -> text """
  Greet {{ name }}.
"""
