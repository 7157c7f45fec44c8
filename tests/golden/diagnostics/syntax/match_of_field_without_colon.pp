program main(review: { mood: text }) {
  return match review.mood { case "angry": 1 else: 2 }
}
