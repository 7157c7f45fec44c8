template ask(name: text) """
  {% if name %}{{ name }}{% end %}
"""
