template t(x: text?) """
  {% if x is defined %}Hi {{ x }}{% end %}
"""
program main(x: text?) { return t(x) }
