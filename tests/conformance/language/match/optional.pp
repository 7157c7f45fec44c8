program main(n: int?) { return match n: { case none: 0 case x: x + 1 } }

test "none or not" {
  given [main(none), main(1)] as all
  expect all == [0, 2]
}
