"""The second model is asked only where the first disagrees with itself; surer models count more."""

import "../model_switch.pp"

test "a model that agrees with itself is believed" {
  answers model_switch.solve: ["42", "42", "42"]
  given model_switch.main("What is 6 times 7?", 3) as got
  expect got == { answer: "42", switched: false }
}

test "answers count by how far their model agrees with itself" {
  # 1 - 0.64 / ln 3 = 0.42 for the first, 1 for the second: 0.84 for 41, 0.42 + 3 for 42.
  answers model_switch.solve: ["41", "41", "42", "42", "42", "42"]
  given model_switch.main("What is 6 times 7?", 3) as got
  expect got == { answer: "42", switched: true }
}

test "trust in a model can turn the vote" {
  # 10 * 0.42 * 2 for 41.
  answers model_switch.solve: ["41", "41", "42", "42", "42", "42"]
  given model_switch.main("What is 6 times 7?", 3, first_trust: 10) as got
  expect got == { answer: "41", switched: true }
}
