program main(a: text, xs: list[text]) {
  return match lan(a): {
    case 1..5: lan