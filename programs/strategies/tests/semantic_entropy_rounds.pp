"""SE = -sum p log p over groups of equal answers; rounds go on until it is low enough."""

import "../semantic_entropy_rounds.pp"

test "rounds end at the first one that agrees enough" {
  # SE is ln 2 = 0.69, then 0: the third round is never asked.
  answers semantic_entropy_rounds.solve: ["1", "2", "it is 2", "2"]
  given semantic_entropy_rounds.main("?", 2, 3, 0.5) as got
  expect got == { answer: 2.0, first: 1.0, entropy: 0.0 }
}

test "without a threshold the first rounds are only looked at" {
  # Of four rounds the first two are looked at: 4 / e = 1.5. The third has less entropy than both.
  answers semantic_entropy_rounds.solve: ["1", "2", "3", "4", "5", "5"]
  given semantic_entropy_rounds.main("?", 2, 4) as got
  expect got == { answer: 5.0, first: 1.0, entropy: 0.0 }
}

test "where entropy never falls the last round counts" {
  answers semantic_entropy_rounds.solve: ["1", "1", "1", "2", "3", "4"]
  given semantic_entropy_rounds.main("?", 2, 3) as got
  expect got.answer == 3
  expect abs(got.entropy - log(2)) < 1e-9
}
