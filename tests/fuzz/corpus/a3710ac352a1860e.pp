program main(a: text, xs: list[text]) {
  return repeat d = write(a) up 3: revise(d)
}
