program main(a: int) {
  b = a + 1
  b = a + 2
  return b
}
