program main(a: int) {
  a = 3
  return a
}
