program main(a: int) -> text {
  return a
}
