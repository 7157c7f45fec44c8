program main(a: text, xs: list[text]) {
  case = 1
  case "x": 2
  return a
}
