program main(a: text, xs: list[text]) {
  return match a: {
    case moods.happy: 1
    else: 2
  }
}
