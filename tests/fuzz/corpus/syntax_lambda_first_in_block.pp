program main(a: text, xs: list[text]) {
  f = (x, y) -> x
  return f(a, a)
}
