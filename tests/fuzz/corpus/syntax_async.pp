program main(a: text, xs: list[text]) {
  b = async write(a)
  return b
}
