program main(a: text,  xs: list[text]) {
  return match len(a): {
    case n if > 5: 1
    else: 2
  }
}
