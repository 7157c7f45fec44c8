template score(review: text) -> int(0..10) """
  Score: {{ review }}
"""

program main(a: text, b: text) {
  total = score(a) + score(b)
  return { total, list: [score(a), total], text: "Sum: " + text(score(b)) }
}
