program main(a: text, xs: list[text]) {
  raise "no"
  return a
}
