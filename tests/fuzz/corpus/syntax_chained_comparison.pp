program main(a: int) {
  return 1 < a < 3
}
