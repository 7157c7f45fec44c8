program add(a: int, b: int = 2, c: int = 3) { return a * 100 + b * 10 + c }

test "by place, then by name" {
  given [add(1), add(1, 5), add(1, c: 7), add(c: 9, a: 8)] as values
  expect values == [123, 153, 127, 829]
}
