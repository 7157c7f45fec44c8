program main(a: int) {
  return if a == 1 { return "one" } else { return "many" }
}
