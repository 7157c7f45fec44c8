program main( a: text, xs: list[text]) {
  return sort(xs,  (x, y =  