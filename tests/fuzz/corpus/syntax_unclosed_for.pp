template list_all(names: list[text]) -> text """
  {% for name in names %}
  - {{ name }}
"""

program main(names: list[text]) {
  return list_all(names)
}
