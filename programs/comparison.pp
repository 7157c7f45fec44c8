"""Comparison: two products, one criterion at a time, and a verdict made from the parts."""

type Product { name: text, description: text }

type Finding {
  better: "first" | "second" | "neither"
  reason: text(max_chars: 120)
}

context products(first: Product, second: Product) """
  Compare two products.

  First: {{ first.name }}
  {{ first.description }}

  Second: {{ second.name }}
  {{ second.description }}
"""

template compare(criterion: text) -> Finding within products """
  Which of the two is better in this respect: {{ criterion }}?
  Answer as {{ format }}.
"""

template conclude(reasons: list[text]) -> text within products { max_tokens: 60 } """
  {% for reason in reasons %}
  - {{ reason }}
  {% end %}

  Say in one or two sentences who should buy which.
"""

program main(first: Product, second: Product, criteria: list[text](min_items: 1)) {
  pair = products(first, second)
  findings = map criterion in criteria: {
    found = pair.compare(criterion)
    return { criterion, better: found.better, reason: found.reason }
  }
  points = {
    first: count(map one in findings: one.better, "first"),
    second: count(map one in findings: one.better, "second"),
  }
  reasons = map one in findings: one.criterion + ": " + one.reason
  verdict = reduce reasons with pair.conclude by flat
  return { findings, points, verdict }
}
