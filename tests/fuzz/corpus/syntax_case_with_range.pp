program main(a: text, xs: list[text]) {
  return match len(a): {
    case 1..5: 1
    else: 2
  }
}
