"""Neighbours meet; of each pair the one that wins more comparisons goes on."""

import "../knockout.pp"

test "the winner of the pairs wins the final" {
  answers knockout.solve: ["a 1", "b 2", "c 3"]
  # a and b, b shown first in the second comparison: a wins both. c waits, then beats a.
  answers knockout.is_better: [true, false, false, true]
  given knockout.main("?", 3, 2) as got
  expect got == "c 3"
}

test "where all agree nothing is compared" {
  answers knockout.solve: ["a 1", "b 1.0", "c 1"]
  answers knockout.is_better: []
  given knockout.main("?", 3, 2) as got
  expect got == "a 1"
}

test "a judge that always prefers the first text leaves the first candidate" {
  answers knockout.solve: ["a 1", "b 2"]
  answers knockout.is_better: [true, true]
  given knockout.main("?", 2, 2) as got
  expect got == "a 1"
}
