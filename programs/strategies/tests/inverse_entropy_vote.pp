"""The answer with the largest sum of 1 / entropy."""

import "../inverse_entropy_vote.pp"

test "one sure chain outweighs two unsure ones" {
  # 1 / 0.5 = 2; 1 / 2 + 1 / 1.5 = 1.17.
  answers inverse_entropy_vote.solve: [{ answer: "41", entropy: 2.0 }]
  answers inverse_entropy_vote.review: [
    { answer: "it is 42", entropy: 0.5 },
    { answer: "it is 41", entropy: 1.5 },
  ]
  given inverse_entropy_vote.main("What is 6 times 7?", 3) as got
  expect got == 42
}

test "two chains that are sure enough outweigh it" {
  # 1 / 0.5 = 2; 2 / 0.9 = 2.2.
  answers inverse_entropy_vote.solve: [
    { answer: "41", entropy: 0.9 },
    { answer: "42", entropy: 0.5 },
    { answer: "41", entropy: 0.9 },
  ]
  given inverse_entropy_vote.parallel("What is 6 times 7?", 3) as got
  expect got == 41
}

test "a chain without a number has no vote, however sure it is" {
  answers inverse_entropy_vote.solve: [
    { answer: "I know it", entropy: 0.0 },
    { answer: "42", entropy: 3.0 },
  ]
  given inverse_entropy_vote.parallel("What is 6 times 7?", 2) as got
  expect got == 42
}
