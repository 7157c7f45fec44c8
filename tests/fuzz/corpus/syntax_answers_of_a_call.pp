test "a" {
  answers ask("q"): ["x"]
}
