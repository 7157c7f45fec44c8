test "numbers and texts" {
  given [1 < 1.5, 2 >= 2, "a" < "b", "Z" < "a", "a" <= "ab", "é" > "z"] as all
  expect all == [true, true, true, true, true, true]
}
