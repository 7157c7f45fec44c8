program main(name: text) {
  return upper(name)("x")
}
