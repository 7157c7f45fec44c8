test  "a" {
  given main()
  expect
