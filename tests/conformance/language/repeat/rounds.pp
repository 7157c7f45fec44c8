program main(n: int) { return repeat x = 1 up to n: x * 2 }

test "one after the other" {
  given [main(0), main(1), main(5)] as all
  expect all == [1, 2, 32]
}
