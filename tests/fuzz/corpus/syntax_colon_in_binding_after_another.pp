program main(a: int) {
  c = a + 1
  b: a
  return b + c
}
