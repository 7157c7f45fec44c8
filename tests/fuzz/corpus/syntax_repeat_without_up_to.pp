program main(a: text, xs: list[text]) {
  draft = repeat d = write(a): revise(d)
  return draft
}
