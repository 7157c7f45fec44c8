program main(a: int) {
  return [a, a
}
