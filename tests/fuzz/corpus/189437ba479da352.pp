program main(a: text, xs text, xs: list[text]) {
  return match a: {
    case "x": 2
    default: 2 }
}
