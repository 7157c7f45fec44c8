program main(x: "a" | "b") {
  return match x {
    "a" => 1,
    "b" => 2,
    _ => 3,
  }
}
