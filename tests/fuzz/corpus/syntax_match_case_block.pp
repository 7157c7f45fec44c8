program main(a: text, xs: list[text]) {
  return match a: {
    case "x" { return 1 }
    else { return 2 }
  }
}
