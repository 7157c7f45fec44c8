program main(a: text, xs: list[text]) {
  return match a: {
    else: 2
    case "x": 1
  }
}
