context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> text within desk """
  {{ review }}
"""

program main(review: text) {
  return desk.judge(review)
}
