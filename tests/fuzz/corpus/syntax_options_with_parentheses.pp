template greet(name: text) -> text (max_tokens: 8) """
  Greet {{ name }}.
"""
