program pair(a: list[float](min_items: 2, max_items: 2)) { return a[1] }

program main(a: list[int](min_items: 2, max_items: 2)) { return [pair(a), pair([1, 2.5])] }

test "items fit, and the length is known" {
  given main([1, 2]) as value
  expect value == [2, 2.5]
}
