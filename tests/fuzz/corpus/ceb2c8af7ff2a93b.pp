program main(a: text, xs: list[text]) {
  b = try write(a)
  return 