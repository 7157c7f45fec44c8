program main(a: int) {
  return if a == 1:  "one" elif a == 2:  e"many"
}
