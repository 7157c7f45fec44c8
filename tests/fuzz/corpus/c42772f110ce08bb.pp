program main(a: int) {
  c = a + program1
  b: a int) {