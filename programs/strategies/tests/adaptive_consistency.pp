"""The winner of a whole vote, though some of its chains are not waited for."""

import "../adaptive_consistency.pp"

test "the winner is that of the whole vote" {
  answers adaptive_consistency.solve: ["41", "42", "42", "no idea", "42"]
  given adaptive_consistency.main("What is 6 times 7?", 5) as got
  expect got == 42
}
