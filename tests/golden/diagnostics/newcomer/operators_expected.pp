program main(n: int) {
  a = "a" if n > 1
  b = if n > 1 then 2 else 3
  return a
}
