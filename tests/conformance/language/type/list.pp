program main(a: list[int](min_items: 1, max_items: 2)) { return a }

test "a list within the limits" {
  given main([1, 2]) as value
  expect len(value) == 2
}
