template greet(name: text) -> text """
  {% else %}Greet {{ name }}.
"""
