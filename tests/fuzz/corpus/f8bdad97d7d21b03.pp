program main(a: int, b: text) -> list[text] {
  return [b, a]
}
