program main(a: text) {
  type = a
  return type
}
