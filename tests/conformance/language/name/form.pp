program main() {
  _a = 1
  größe_2 = _a + 1
  return größe_2
}

test "letters of all alphabets are letters" {
  given main() as value
  expect value == 2
}
