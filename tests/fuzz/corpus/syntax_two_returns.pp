program main(a: int) {
  return a
  return a + 1
}
