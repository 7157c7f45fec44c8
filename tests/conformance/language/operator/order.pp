program main() {
  return {
    left: 10 - 3 - 2,
    products: 2 + 3 * 4,
    minus: -2 * 3,
    round: (2 + 3) * 4,
    logic: true or false and false,
    not_: not false and false,
    compared: not 1 + 1 == 3,
  }
}

test "from weak to strong" {
  given main() as value
  expect value == { left: 5, products: 14, minus: -6, round: 20, logic: true, not_: false, compared: true }
}
