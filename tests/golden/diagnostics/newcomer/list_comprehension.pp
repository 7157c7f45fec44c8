template rate(review: text) -> int(1..5) """
  How many stars? {{ review }}
"""

program main(reviews: list[text]) {
  stars = [rate(review) for review in reviews]
  return stars
}
