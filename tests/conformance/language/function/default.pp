program each[T, U](values: list[T], by: (T) -> U = x => x) { return map value in values: by(value) }

test "the default is taken" {
  given each([1, 2]) as same
  given each([1, 2], x => x + 1) as more
  expect same == [1, 2]
  expect more == [2, 3]
}
