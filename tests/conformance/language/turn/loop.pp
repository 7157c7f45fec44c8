template translate(examples: list[{ from: text, to: text }], sentence: text) """
  {% for example in examples %}
  {% user %}
  {{ example.from }}
  {% assistant %}
  {{ example.to }}
  {% end %}
  {% user %}
  {{ sentence }}
"""

program main() { return translate([{ from: "sí", to: "yes" }, { from: "no", to: "no" }], "quizá") }
