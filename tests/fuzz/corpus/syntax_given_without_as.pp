test "a" {
  given main("x")
  expect result == 1
}
