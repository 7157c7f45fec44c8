program main(x: "a" | "b") {
  return switch (x) {
    case "a": 1
    default: 2
  }
}
