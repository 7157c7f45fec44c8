"""What the strategies make of a real model's answers, which stand in `recorded.recorded.jsonl`."""

import "../inverse_entropy_vote.pp"
import "../self_consistency.pp"
import "../semantic_entropy_rounds.pp"
import "../shortest_majority_vote.pp"

test "self-consistency on recorded answers" {
  given self_consistency.main("What is 6 times 7?", 5) as got
  expect got == { answer: 10.0, share: 0.2 }
}

test "shortest majority vote on recorded answers" {
  given shortest_majority_vote.main("What is 6 times 7?", 5) as got
  expect got == 42
}

test "inverse-entropy vote on recorded answers" {
  given inverse_entropy_vote.main("What is 6 times 7?", 4) as got
  expect got == 7
}

test "semantic-entropy rounds on recorded answers" {
  given semantic_entropy_rounds.main("What is 6 times 7?", 3, 3) as got
  # The last round says 4, 4 and 17: -2/3 log 2/3 - 1/3 log 1/3.
  expect got.answer == 4
  expect abs(got.entropy - 0.6365) < 0.0001
}
