"""Each candidate meets the next ones in the circle; the highest share of wins takes it."""

import "../league.pp"

test "most wins take the league" {
  answers league.solve: ["a", "b", "c"]
  # a meets b, b meets c, c meets a, once each: b beats both.
  answers league.is_better: [false, true, false]
  given league.main("?", 3, 1, 1) as got
  expect got == "b"
}

test "each pair is shown in both orders" {
  answers league.solve: ["a", "b"]
  # a meets b and b meets a; b wins, whichever is shown first.
  answers league.is_better: [false, true, true, false]
  given league.main("?", 2, 1, 2) as got
  expect got == "b"
}
