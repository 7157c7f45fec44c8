"""V = the share of verdicts that say yes; within 0.05 of the best, most won matches."""

import "../sample_scrutinise_scale.pp"

test "the candidate with the best verdicts is returned without a comparison" {
  answers sample_scrutinise_scale.solve: ["a", "b"]
  answers sample_scrutinise_scale.is_right: [true, false, true, true]
  answers sample_scrutinise_scale.is_better: []
  given sample_scrutinise_scale.main("?", 2, 2, 2) as got
  expect got == "b"
}

test "candidates that tie are compared in both orders" {
  answers sample_scrutinise_scale.solve: ["a", "b", "c"]
  # V is 1, 0 and 1: a and c meet, and c wins both times.
  answers sample_scrutinise_scale.is_right: [true, true, false, false, true, true]
  answers sample_scrutinise_scale.is_better: [false, true]
  given sample_scrutinise_scale.main("?", 3, 2, 2) as got
  expect got == "c"
}
