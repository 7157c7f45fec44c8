program main(a: int(1..5), b: int(min: -1), c: float(max: 0.5)) { return [a, b, c] }

test "bounds are included" {
  given main(5, -1, 0.5) as value
  expect value == [5, -1, 0.5]
}
