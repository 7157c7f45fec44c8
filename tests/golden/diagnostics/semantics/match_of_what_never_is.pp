template mood(review: text) -> "happy" | "angry" """
  How does this sound? {{ review }}
"""

program main(review: text) {
  return match mood(review): {
    case "happy": 1
    case "angri": 2
    else: 3
  }
}
