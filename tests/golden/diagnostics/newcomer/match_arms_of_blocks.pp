program main(x: "a" | "b") {
  return match x: {
    case "a" { return 1 }
    case "b" { return 2 }
  }
}
