program main(a: text, xs: list[text]) {
  return sort(xs, by: lambda x: len(x))
}
