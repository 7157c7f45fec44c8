program main(a: text, xs: list[text]) {
  return match a: {
    case "x", "y": 1
    else: 2
  }
}
