template ask(name: text) """
  {% for one in name %}{{ one }}{% end %}
"""
