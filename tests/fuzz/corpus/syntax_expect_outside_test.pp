program main(a: text, xs: list[text]) {
  b = write(a)
  expect b == "x"
  return b
}
