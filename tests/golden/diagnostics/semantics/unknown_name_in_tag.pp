template greet(names: list[text]) -> text """
  {% for name in name_list %}{{ name }}{% end %}
"""
