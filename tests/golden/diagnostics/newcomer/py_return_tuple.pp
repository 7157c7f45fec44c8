program main(x: int) {
  return x, x + 1
}
