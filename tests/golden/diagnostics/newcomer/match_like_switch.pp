template mood(review: text) -> "happy" | "neutral" | "angry" """
  What is the mood of this review? {{ review }}
"""

program main(review: text) {
  return match mood(review) {
    "happy" => "Thank you!",
    "angry" => "We are sorry.",
    _ => "Noted.",
  }
}
