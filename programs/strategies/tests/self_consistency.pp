"""The answer with the most votes: argmax over a of the number of chains that end in a."""

import "../self_consistency.pp"

test "the most frequent number wins, however it is written" {
  answers self_consistency.solve: [
    "6 times 7 is 42",
    "I would say 41.",
    "that makes 42.0",
    "no idea",
  ]
  given self_consistency.main("What is 6 times 7?", 4) as got
  expect got.answer == 42
  expect abs(got.share - 2 / 3) < 1e-9
}

test "of a tie the answer that came first is taken" {
  answers self_consistency.solve: ["2", "1", "1", "2"]
  given self_consistency.main("?", 4) as got
  expect got.answer == 2
}

test "chains without a number give no answer" {
  answers self_consistency.solve: ["well", "hm"]
  given self_consistency.main("?", 2) as got
  expect got.answer == none
}
