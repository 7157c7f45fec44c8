context desk() """We sell lamps."""
template judge(review: text) -> "happy" | "angry" within desk """{{ review }}"""

program main(reviews: list[text]) {
  open = desk()
  return map review in reviews: match open.judge(review)
  {
    case "angry": 1
    else: 2
  }
}
