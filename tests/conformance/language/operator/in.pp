test "in lists and texts" {
  given [1 in [1, 2], 1.0 in [1], "a" not in ["b"], "b" in "abc", "" in "a", 1 in []] as all
  expect all == [true, true, true, true, true, false]
}
