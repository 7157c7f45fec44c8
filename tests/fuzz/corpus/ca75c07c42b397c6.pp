program main(a: text, xs: list[text]) {
  return voting::majority(xc)
}