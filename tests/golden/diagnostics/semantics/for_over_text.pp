template greet(name: text) -> text """
  {% for letter in name %}{{ letter }}{% end %}
"""
