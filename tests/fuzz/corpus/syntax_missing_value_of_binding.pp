program main(a: int) {
  b =
  return a
}
