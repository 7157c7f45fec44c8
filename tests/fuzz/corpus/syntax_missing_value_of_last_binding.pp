program main(a: int) {
  return a
  b =
}
