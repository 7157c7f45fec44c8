template t(q: text) """
  {% system %}Be brief.{% endsystem %}
  {% user %}{{ q }}{% enduser %}
"""

template u(q: text) """
  {% system %}
  Be brief.
  {% end %}
  {{ q }}
"""
program main(q: text) { return t(q) + u(q) }
