program main(one: { a: int, b: text } | { a: text }) { return one.a }

test "a field that all have" {
  given [main({ a: 1, b: "x" }), main({ a: "y" })] as values
  expect values == [1, "y"]
}
