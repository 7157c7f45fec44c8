program main(type: int, template: int, by: int, with: int, case: int) {
  return type + template + by + with + case
}

test "words that begin declarations are names too" {
  given main(1, 2, 3, 4, 5) as value
  expect value == 15
}
