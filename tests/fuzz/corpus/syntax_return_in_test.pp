test "a" {
  given main("x") as result
  return result
}
