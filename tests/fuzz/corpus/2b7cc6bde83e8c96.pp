program main(a: int) {
  return 3 in a
}
