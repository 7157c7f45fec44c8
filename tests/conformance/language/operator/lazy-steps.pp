template is_angry(review: text) -> bool """
  Angry? {{ review }}
"""

template is_urgent(review: text) -> bool """
  Urgent? {{ review }}
"""

program main(review: text) {
  return {
    both: is_angry(review) and is_urgent(review),
    either: is_angry(review) or not is_urgent(review),
    late: len(review) > 100 and is_urgent(review),
  }
}
