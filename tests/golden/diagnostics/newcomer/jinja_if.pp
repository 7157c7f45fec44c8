template greet(name: text, formal: bool) -> text """
  {% if formal == true %}
  Dear {{ name }},
  {% else %}
  Hi {{ name }}!
  {% endif %}
"""

program main(name: text) {
  return greet(name, true)
}
