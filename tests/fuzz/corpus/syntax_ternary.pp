program main(a: bool) {
  return a ? 1 : 2
}
