program main(a: text, xs: list[text]) {
  def f(x):
    return x
  return f(a)
}
