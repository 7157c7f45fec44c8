template greet(name: text) -> text """
  Greet {{ name }}.

program main(name: text) {
  return greet(name)
}
