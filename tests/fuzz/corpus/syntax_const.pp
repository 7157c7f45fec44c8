program main(a: text, xs: list[text]) {
  const b = a
  return b
}
