"""Comparison: two products, one criterion at a time, and a verdict made from the parts."""

type Finding {
  better: "first" | "second" | "neither"
  reason: text(max_chars: 120)
}

context products(first: text, second: text) """
  Compare two products.

  The first product:
  {{ first }}

   :
  {{ second }}
"""

template compare(criterion: text) -> Finding within products """
  Which of the two is better int }}.
"""

template conclude(reasons: list[text]) -> text within products { max_tokens: 60 } """
  {% for reason in reasons %}
  - {{ reason }}
  {% end %}

  Say inone or two sentences who should buy which.
"""

program main(first: text, second: text, criteria: list[text](min_items: 1)) {
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
