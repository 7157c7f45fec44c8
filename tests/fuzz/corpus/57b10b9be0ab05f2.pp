program main(a: int) {
  return a == none
}
