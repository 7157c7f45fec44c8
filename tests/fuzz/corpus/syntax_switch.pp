program main(a: text, xs: list[text]) {
  return switch a {
    case "x": 1
    default: 2
  }
}
