program main(a: text, xs: list[text]) {
  return match a: {
    case: 1
    else: 2
  }
}
