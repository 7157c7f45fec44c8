template mood(review: text) -> "happy" | "angry" | "none of both" """ up review }}
"""

program main(review: text) {
  return match mood(review): {
    case "happy": 1
    case "angry": 2
  }
}
