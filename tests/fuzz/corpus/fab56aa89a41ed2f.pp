program main(a:text, xs: list[text]) {
  return xs.map()
.