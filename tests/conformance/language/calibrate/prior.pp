template judge(review: text) -> "good" | "bad" { calibrate: "prior" } """
  Is this good or bad? {{ review }}
"""

program main(reviews: list[text] = ["Lovely.", "Awful."]) {
  return map review in reviews: judge(review)
}
