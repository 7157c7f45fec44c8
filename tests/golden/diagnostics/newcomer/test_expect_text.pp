program main(q: text) { return q }
test "a" {
  given main("x") as got
  expect got
}
