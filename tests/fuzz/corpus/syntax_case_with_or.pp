program main(a: text, xs: list[text]) {
  return match a: {
    case "x" or "y": 1
    else: 2
  }
}
