program main(a:text, xs: list[text]) {
  return repeat 3: write(a)
}