template ask(nothing: text) """
  {% system %}
  You are kind.
  {% user %}
  {% if nothing != "" %}Said only then.{% end %}
  {% user %}
  One.
  {% user %}
  Two.
"""

program main() { return ask("") }
