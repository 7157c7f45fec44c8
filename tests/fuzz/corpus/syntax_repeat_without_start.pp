program main(a: text, xs: list[text]) {
  return repeat d up to 3: revise(d)
}
