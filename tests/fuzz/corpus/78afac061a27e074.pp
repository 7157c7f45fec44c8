template list_all(names: list[text]) -> text """
  {% for name in names %}
  - {{ name }}
  {% endfor