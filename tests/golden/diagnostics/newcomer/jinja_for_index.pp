template t(xs: list[text]) """
  {% for i, x in xs %}
  {{ i }}. {{ x }}
  {% end %}
"""
program main(xs: list[text]) { return t(xs) }
