program main(a: int) {
  return { total = a }
}
