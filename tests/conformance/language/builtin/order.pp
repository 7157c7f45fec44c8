program main(numbers: list[int] = []) {
  sorted = sort(numbers)
  return { sorted, least: min(numbers) }
}

test "numbers and texts" {
  given [sort([3, 1, 2]), order([3, 1, 2])] as numbers
  given sort(["b", "a"]) as words
  given [order(["b", "a", "b"]), [min([2, 1]), max([2, 1])]] as more
  expect numbers == [[1, 2, 3], [1, 2, 0]]
  expect words == ["a", "b"] and more == [[1, 0, 2], [1, 2]]
}
