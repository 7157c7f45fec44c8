program main(a: text, xs: list[text]) {
  return match a: {
    case { mood = "x" }: 1
    else: 2
  }
}
