extern mood(review: text) -> "happy" | "angry" = "acme.moods:mood"

program main(review: text) -> float {
  found = mood(review)
  return if found == "happy": found.probability else: 0.0
}
