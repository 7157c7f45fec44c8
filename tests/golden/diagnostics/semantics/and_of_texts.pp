program main(a: text, b: bool) {
  return a and b
}
