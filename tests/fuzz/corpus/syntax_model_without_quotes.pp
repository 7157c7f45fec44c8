model small = models/small.gguf

program main(a: int) {
  return a
}
