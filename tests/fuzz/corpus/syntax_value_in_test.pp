test "a" {
  result = main("x")
  expect result == 1
}
