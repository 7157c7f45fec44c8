program main(a: bool, b: bool) {
  return a && b
}
