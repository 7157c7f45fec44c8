program main(a: int, b: text) {
  return a == b
}
