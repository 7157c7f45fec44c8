program main(a: text, xs:list[text]) {
  return sort(xs, by: |x| len(x))
}
