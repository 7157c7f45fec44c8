template greet(name: text) -> text """
  Greet {{ name and be kind.
"""
