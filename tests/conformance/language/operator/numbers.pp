program main(a: int, b: int, c: float) {
  whole = a + b * a - b
  real = a + c
  quotient = a / b
  floors = [a // b, a % b]
  return { whole, real, quotient, floors }
}

test "rounded down" {
  given main(-7, 2, 0.5) as value
  expect value == { whole: -23, real: -6.5, quotient: -3.5, floors: [-4, 1] }
}
