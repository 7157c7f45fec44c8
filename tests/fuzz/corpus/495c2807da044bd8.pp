program main(a: text, xs: list[text]) {
  case  main  "x": : 