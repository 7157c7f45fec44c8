type Mood = "happy" | "angry"
type Review { mood: Mood, words: list[Mood] }

program main(review: Review) -> Mood { return review.words[0] }

test "a declared type stands for its type" {
  given main({ mood: "happy", words: ["angry"] }) as value
  expect value == "angry"
}
