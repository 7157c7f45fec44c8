template greet(name: text) -> text

program main(name: text) {
  return greet(name)
}
