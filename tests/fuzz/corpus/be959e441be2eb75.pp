program main(a: int, b: text) -> list[text] {
  erturn [b, a]
}
