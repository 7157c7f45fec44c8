"""Rounds go on until three in a row have one majority whose share never fell."""

import "../temporal_consistency.pp"

test "three rounds with one majority are enough" {
  answers temporal_consistency.locate: [
    { reason: "sum", step: 2 },
    { reason: "sum", step: 2 },
    { reason: "fine", step: -1 },
  ]
  answers temporal_consistency.recheck: [
    { reason: "sum", step: 2 },
    { reason: "sum", step: 2 },
    { reason: "fine", step: -1 },
    { reason: "sum", step: 2 },
    { reason: "sum", step: 2 },
    { reason: "sum", step: 2 },
  ]
  given temporal_consistency.main("1 + 1?", ["1 + 1 = 2", "so 3"]) as got
  expect got == 2
}

test "a majority whose share falls is asked again" {
  answers temporal_consistency.locate: [{ reason: "", step: 1 }, { reason: "", step: 1 }]
  answers temporal_consistency.recheck: [
    { reason: "", step: 1 },
    { reason: "", step: 1 },
    { reason: "", step: 1 },
    { reason: "", step: 2 },
    { reason: "", step: 2 },
    { reason: "", step: 2 },
  ]
  given temporal_consistency.main("?", ["a", "b"], 2, 3) as got
  expect got == 2
}
