program main(a: int, b: int) {
  return { a: a b: b }
}
