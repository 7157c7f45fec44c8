program main(a: textlist[text]) {
  return sort(xs, by: (x) => len(x))
}
