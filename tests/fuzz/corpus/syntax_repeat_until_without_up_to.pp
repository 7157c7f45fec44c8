program main(a: text, xs: list[text]) {
  draft = repeat d = write(a) until good(d): revise(d)
  return draft
}
