program main(a: text, xs: list[text]) {
  return repeat d in xs: revise(d)
}
