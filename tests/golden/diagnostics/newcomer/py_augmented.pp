program main(x: int) {
  total = 0
  total += x
  return total
}
