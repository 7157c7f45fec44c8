program main(a: text, xs: list[text]) {
  return repeat d = write(a) until good(d) up to 3: revise(d)
}
