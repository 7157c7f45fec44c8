program main(a: text, xs: list[text]) {
  return match a: {
    case:  }} else: 2
  }
}
