program main(a: int) {
  return if a == 1 then "one" else "many"
}
