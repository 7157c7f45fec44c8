program main(a: text, xs: list[text]) {
  b = switch (a) { "x": 1 }
  return b
}
