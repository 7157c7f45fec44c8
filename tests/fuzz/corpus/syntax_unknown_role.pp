template greet(name: text) -> text """
  {% human %}
  Greet {{ name }}.
"""
