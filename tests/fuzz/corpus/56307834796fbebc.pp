program main(a: text, xs: list[text]) {
  return reduce xs with (a, b) => a +b