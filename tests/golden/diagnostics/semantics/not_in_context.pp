context desk(policy: text) """
  {{ policy }}
"""

template judge(review: text) -> text within desk """
  {{ review }}
"""

template other(review: text) -> text """
  {{ review }}
"""

program main(policy: text, review: text) {
  office = desk(policy)
  return [office.jugde(review), office.other(review)]
}
