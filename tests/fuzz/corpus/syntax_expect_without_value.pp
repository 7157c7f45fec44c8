test "a" {
  given main("x") as result
  expect
}
