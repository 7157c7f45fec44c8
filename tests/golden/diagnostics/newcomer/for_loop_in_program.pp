template rate(review: text) -> int(1..5) """
  How many stars? {{ review }}
"""

program main(reviews: list[text]) {
  stars = []
  for review in reviews {
    stars.append(rate(review))
  }
  return stars
}
