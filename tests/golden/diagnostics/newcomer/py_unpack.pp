program pair(x: text) {
  return [x, x]
}
program main(x: text) {
  a, b = pair(x)
  return a + b
}
