program inner() { return outside + n }

program main(n: int) {
  outside = 1
  return [inner(), n, outside]
}
