program main(n: int) {
  return match n: {
    case 1: "one"
    case other: text(other)
    case 2: "two"
  }
}
