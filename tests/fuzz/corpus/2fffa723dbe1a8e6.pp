program main(a: text, xs: list[text]) {
  b = switch (a) {: 1 }
  return b
}
