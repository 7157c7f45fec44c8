test "a" {
  given result = main("x")
  expect result == 1
}
