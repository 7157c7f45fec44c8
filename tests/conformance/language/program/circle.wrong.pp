program main() {
  a = b + 1
  b = c + 1
  c = a + 1
  return a
}
