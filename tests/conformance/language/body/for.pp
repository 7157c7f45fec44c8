template block(names: list[text]) """
  {% for name in names %}
  - {{ name }}
  {% end %}
"""

template line(names: list[text]) """
  Dear {% for name in names %}{{ name }}, {% end %}
"""

program main(names: list[text] = ["Ann", "Bob"]) { return [block(names), line(names)] }
