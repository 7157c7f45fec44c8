program main(a: text, xs: list[text]) {
  return match xs: {
    case [first]: first
    else: a
  }
}
