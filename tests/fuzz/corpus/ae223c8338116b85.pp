test  "a" {
  given main("x")
  expect == 1
}
