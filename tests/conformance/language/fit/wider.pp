type Mood = "happy" | "angry"

program whole(a: int) -> float { return a }

program main(a: int(1..5), b: "happy", c: Mood, d: true) -> list[text] {
  mood_ = { m: b }
  return [text(whole(a)), b, c, text(is(d)), text(take_mood(mood_.m))]
}

program is(a: bool) { return a }

program take_mood(a: Mood) { return a }

test "narrower stands for wider" {
  given main(2, "happy", "angry", true) as value
  expect value == ["2", "happy", "angry", "true", "happy"]
}
