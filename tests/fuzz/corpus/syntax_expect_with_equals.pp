test "a" {
  expect main("x") = 1
}
