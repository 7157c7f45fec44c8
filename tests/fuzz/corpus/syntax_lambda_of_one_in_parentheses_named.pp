program main(a: text, xs: list[text]) {
  longest = (x) => len(x)
  return longest(a)
}
