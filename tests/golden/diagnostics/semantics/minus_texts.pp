program main(a: text, b: text) {
  return a - b
}
