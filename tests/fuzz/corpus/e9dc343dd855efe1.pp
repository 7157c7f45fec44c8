program main(a: int) {
  b: a
  return  