test "nothing is expected" {
  given [1][0] as _one
}
