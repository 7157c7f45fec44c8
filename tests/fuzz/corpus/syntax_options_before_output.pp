template greet(name: text) { max_tokens: 8 } -> text """
  Greet {{ name }}.
"""
