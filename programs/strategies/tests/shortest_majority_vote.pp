"""The answer with the largest count / log(mean tokens)."""

import "../shortest_majority_vote.pp"

test "a short chain stands against two very long ones" {
  # 2 / ln 1000 = 0.29; 1 / ln 20 = 0.33.
  answers shortest_majority_vote.solve: [
    { answer: "41", tokens: 1000 },
    { answer: "42", tokens: 20 },
    { answer: "41", tokens: 1000 },
  ]
  given shortest_majority_vote.main("What is 6 times 7?", 3) as got
  expect got == 42
}

test "of chains of one length the majority wins" {
  # 2 / ln 20 = 0.67; 1 / ln 20 = 0.33.
  answers shortest_majority_vote.solve: [
    { answer: "41", tokens: 20 },
    { answer: "42", tokens: 20 },
    { answer: "41", tokens: 20 },
  ]
  given shortest_majority_vote.main("What is 6 times 7?", 3) as got
  expect got == 41
}

test "a length below e counts as e" {
  # 1 / ln e = 1; 3 / ln 20 = 1.001.
  answers shortest_majority_vote.solve: [
    { answer: "42", tokens: 1 },
    { answer: "41", tokens: 20 },
    { answer: "41", tokens: 20 },
    { answer: "41", tokens: 20 },
  ]
  given shortest_majority_vote.main("What is 6 times 7?", 4) as got
  expect got == 41
}
