program main(a: 1 | 2.5, b: "a" | "b") -> { a: float, b: text } { return { a, b } }

test "both fit" {
  given main(2.5, "a") as value
  expect value == { a: 2.5, b: "a" }
}
