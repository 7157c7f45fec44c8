program main(a: text, xs: list[text]) {
  b = repeat up to 3: write(a)
  return b
}
