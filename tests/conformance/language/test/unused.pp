test "one is not read" {
  given 1 as one
  given 2 as _two
  expect true
}
