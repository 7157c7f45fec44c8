program main(n: int) {
  c = a + b
  b = a * 2
  a = n + 1
  return c
}

test "each may use another that stands below" {
  given main(1) as value
  expect value == 6
}
