test "soft ones are only reported" {
  given 1 + 1 as two
  expect soft two == 3
  expect two == 2
}
