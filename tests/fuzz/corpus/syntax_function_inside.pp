program main(a: text, xs: list[text]) {
  function f(x) { return x }
  return f(a)
}
