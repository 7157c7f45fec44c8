program main(a: text, xs: list[text]) {
  return match len(a): {
    case > 5: 1
    else: 2
  }
}
