test "a" {
  main("x")
  expect true
}
