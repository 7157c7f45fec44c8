template judge(review: text) -> text """
  {{ review }}
"""

program main(review: text) {
  judge = judge(review)
  return judge
}
