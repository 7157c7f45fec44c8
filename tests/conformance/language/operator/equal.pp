program same(a: int | bool | float, b: int | bool | float) { return a == b }

test "part by part" {
  given [same(1, 1.0), same(1, true), [1, 2] == [1.0, 2.0], { a: 1, b: 2 } == { b: 2, a: 1 }] as all
  expect all == [true, false, true, true]
}
