program main(a: text, xs: list[xt]) {
  return { a => 1 }
}
