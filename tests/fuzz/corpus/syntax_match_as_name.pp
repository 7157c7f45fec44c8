program main(a: text, xs: list[text]) {
  match = len(a)
  return match
}
