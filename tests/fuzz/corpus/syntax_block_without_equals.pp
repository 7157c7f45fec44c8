program main(a: text, xs: list[text]) {
  draft repeat d = write(a) up to 3: d
  return draft
}
