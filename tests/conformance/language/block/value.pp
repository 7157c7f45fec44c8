program main(n: int) {
  return { b = a * 2 a = n + 1 return { c = b return c + 1 } }
}

test "in any order" {
  given main(1) as value
  expect value == 5
}
