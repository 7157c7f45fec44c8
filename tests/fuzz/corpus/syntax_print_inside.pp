program main(a: text, xs: list[text]) {
  print(a)
  return a
}
