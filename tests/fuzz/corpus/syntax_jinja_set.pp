template greet(name: text) -> text """
  {% set big = name %}
  Greet {{ big }}.
"""
