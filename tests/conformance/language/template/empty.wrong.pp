template ask(a: text) """
  {# nothing #}
"""
