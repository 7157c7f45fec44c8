context desk(policy: text) """
  {{policy }}
"""

context case(history: text) within desk """
  {{ history }}
"""

template judge(review: text) -> text within case """
  {{ review }}
"""

program main(history: text, review: text) {
  return case(history).nudge(review)
}
