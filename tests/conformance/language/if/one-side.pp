template short(review: text) -> text """
  In short: {{ review }}
"""

template long(review: text) -> text """
  At length: {{ review }}
"""

program main(review: text) {
  told = if len(review) > 100: short(review)
         else if len(review) > 10: long(review)
         else: "nothing"
  return told
}
