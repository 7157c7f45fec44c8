program main(a: text, xs: list[text]) {
  given write(a) as b
  return b
}
