template greet(names: list[text]) -> text """
  {% for name in names %}{{ name }}{% else %}nobody{% end %}
"""
