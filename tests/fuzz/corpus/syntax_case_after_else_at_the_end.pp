program main(a: text, xs: list[text]) {
  return match a: {
    case "y": 3
    else: 2
    case "x": 1
  }
}
