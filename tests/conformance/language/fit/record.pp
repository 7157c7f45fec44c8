program main(a: { x: float, y: text }) { return a.y }

test "the order of fields does not matter" {
  given main({ y: "a", x: 1 }) as value
  expect value == "a"
}
