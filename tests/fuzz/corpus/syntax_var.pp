program main(a: text, xs: list[text]) {
  var b = a
  return b
}
