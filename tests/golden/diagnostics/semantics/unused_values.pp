program main(a: int) {
  b = a + 1
  _c = a + 2
  return a
}
