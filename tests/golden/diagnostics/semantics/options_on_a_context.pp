context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> text within desk """
  {{ review }}
"""

program main(policy: text, review: text) {
  office = desk(policy) { max_tokens: 8 }
  return office.judge(review)
}
