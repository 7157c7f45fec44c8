template judge(review: text) -> "happy" | "angry" """{{ review }}"""

program main(review: text) {
  return match judge(review) { case "angry": 1 else: 2 }
}
