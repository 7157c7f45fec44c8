program main(n: int = -1) {
  return repeat x = 1 up to n: x + 1
}
