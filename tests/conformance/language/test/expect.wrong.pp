test "no bool is expected" {
  given 1 as one
  expect one
}
