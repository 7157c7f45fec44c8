template ask(n: int) """
  {% if n > 2 %}
  many
  {% else if n > 1 %}
  two
  {% else %}
  few
  {% end %}
"""

program main() { return [ask(3), ask(2), ask(1)] }
