program main() {
  a = b
  b = c
  c = a
  d = d + 1
  return a + d
}
