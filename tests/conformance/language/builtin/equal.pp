program main(values: list[int | float | bool]) {
  return { count: count(values, 1), unique: unique(values), groups: groups(values) }
}

test "as == does" {
  given main([1, 1.0, true, 2, 1]) as value
  expect value == { count: 3, unique: [1, true, 2], groups: [[0, 1, 4], [2], [3]] }
}
