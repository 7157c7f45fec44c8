test "greets": {
  expect true
}
