program main(a: int) {
  while a < 3: a
  return a
}
