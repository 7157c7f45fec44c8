template greet(names: list[text]) -> text """
  {% for name, age in names %}{{ name }}{% end %}
"""
