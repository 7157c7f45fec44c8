program main(name: text) {
  return name("x")
}
