program pairs(numbers: list[int], by: (int, int) -> int) { return map n in numbers: by(n, 10) }

program main(numbers: list[int], more: int) {
  base = 100
  return pairs(numbers, (a, b) => a + b + base + more)
}

test "it sees the names around it" {
  given main([1, 2], 1000) as value
  expect value == [1111, 1112]
}
