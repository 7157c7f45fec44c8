type Mood = "happy" | "angry"

program of_mood(mood: Mood) { return match mood: { case "happy": 1 case "angry": 2 } }

program of_bool(is_it: bool) { return match is_it: { case true: 1 case false: 2 } }

program of_text(word: text) { return match word: { case "a": 1 else: 2 } }

test "every value has a case" {
  given [of_mood("angry"), of_bool(false), of_text("b")] as all
  expect all == [2, 2, 2]
}
