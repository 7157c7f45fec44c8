program main(a: int) {
  b = aa + 1
  return a
}
