program main(x: "a" | "b") {
  return match x: { cas "a": 1  case "b": 2 }
}
