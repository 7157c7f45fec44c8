program main() { return [1_000, 2.5, 1e-3, 1.5e2] }

program whole(n: int) { return n }

test "forms of numbers" {
  given main() as value
  expect value == [1000, 2.5, 0.001, 150]
  expect 3 == 3.0
}
