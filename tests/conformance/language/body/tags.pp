template ask(yes: bool) """
  Begin
  {% if yes %}
  {% for x in [1] %}
  A line.
  {% end %} {# and a comment #}
  {% end %}
  Dear{% if yes %} friend{% end %},
  end
"""

program main(yes: bool = true) { return ask(yes) }
