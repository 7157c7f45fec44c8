context desk(policy: text) """
  {{ policy }
"""

context case(history: text) within desk """
  {{ history }}
"""

template judge(review: text) -> text within case """
  {{ review }}
"""

program main(policy: text, review: text) {
  office = desk(policy)
  return office.judge(review)
}
