template judge(review: text) -> text """
  {{ review }}
"""

program main(review: text) {
  return judge(review) { creativity: 3 }
}
