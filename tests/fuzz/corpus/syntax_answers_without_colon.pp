test "a" {
  answers ask ["x"]
}
