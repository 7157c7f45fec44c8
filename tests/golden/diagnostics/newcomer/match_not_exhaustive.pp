template mood(review: text) -> "happy" | "neutral" | "angry" """
  What is the mood of this review? {{ review }}
"""

program main(review: text) {
  return match mood(review): {
    case "happy": "Thank you!"
    case "angry": "We are sorry."
  }
}
