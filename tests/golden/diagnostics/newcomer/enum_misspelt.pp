template mood(review: text) -> "happy" | "neutral" | "angry" """
  What is the mood of this review? {{ review }}
"""

program main(reviews: list[text]) {
  moods = map review in reviews: mood(review)
  angry = map one in moods if one == "Angry": one
  return { angry, happy: count(moods, "joyful") }
}
