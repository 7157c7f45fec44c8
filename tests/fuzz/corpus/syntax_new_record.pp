program main(a: text, xs: list[text]) {
  b = new Answer(a)
  return b
}
