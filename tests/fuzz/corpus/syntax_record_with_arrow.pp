program main(a: text, xs: list[text]) {
  return { a => 1 }
}
