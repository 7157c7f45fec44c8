template judge(review: text) -> "good" | "bad" { calibrate: "batch" } """
  Is this good or bad? {{ review }}
"""

program main(reviews: list[text] = ["Lovely.", "Awful.", "Fine."]) {
  return map review in reviews: judge(review)
}
