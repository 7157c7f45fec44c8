program main(n: float = 0.0) {
  wrong = log(n)
  return wrong
}
