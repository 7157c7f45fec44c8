template show(values: { a: text, b: int, c: float, d: bool, e: int?, f: list[text?] }) """
  {{ values.a }}
  {{ values.b }}, {{ values.c }}, {{ 2.0 }}, {{ 1 / 3 }}
  {{ values.d }}
  nothing:{{ values.e }}
  {{ values.f }}
  {{ values }}
"""

program main() { return show({ a: "größe \"x\"", b: 3, c: 2.5, d: true, e: none, f: ["a", none] }) }
