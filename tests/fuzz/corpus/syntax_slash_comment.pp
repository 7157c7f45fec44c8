// says hello
program main(a: int) {
  return a
}
