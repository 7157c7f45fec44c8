program main(a: int) {
  b := a + 1
  return b
}
