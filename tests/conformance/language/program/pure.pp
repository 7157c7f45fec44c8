program double(n: int) { return n * 2 }

program main(n: int) {
  twice = double(n)
  return double(twice) + 1
}

test "its value" {
  given main(1) as value
  expect value == 5
}
