program main(a: bool) {
  return !a
}
