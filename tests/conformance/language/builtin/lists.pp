test "lists" {
  given [range(3), range(0), range(-2)] as ranges
  given [take([1, 2, 3], 2), drop([1, 2, 3], 2), take([1], 5), drop([1], -1), reverse([1, 2])] as parts
  given flatten([[1], [], [2, 3]]) as flat
  expect ranges == [[0, 1, 2], [], []]
  expect parts == [[1, 2], [3], [1], [1], [2, 1]] and flat == [1, 2, 3]
}
