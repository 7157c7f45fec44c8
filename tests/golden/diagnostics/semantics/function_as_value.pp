program main(xs: list[text]) {
  f = x => x
  return xs
}
