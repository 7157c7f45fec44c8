template answer(review: text) -> text """
  Answer: {{ review }}
"""

program main(review: text, is_loud: bool) {
  return answer(if is_loud: upper(review) else: review)
}
