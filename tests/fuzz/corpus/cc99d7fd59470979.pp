template greet(names: list[text]) -> text """
  {% if names %}Hello{% end%}
"""
