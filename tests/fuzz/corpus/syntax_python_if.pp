program main(a: int) {
  return "one" if a == 1 else "many"
}
