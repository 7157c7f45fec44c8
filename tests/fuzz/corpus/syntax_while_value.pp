program main(a: text, xs: list[text]) {
  b = while good(a): write(a)
  return b
}
