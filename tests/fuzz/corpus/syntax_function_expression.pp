program main(a: text, xs: list[text]) {
  return sort(xs, by: function(x) { return len(x) })
}
