program main(a: int) {
  return a ** 2
}
