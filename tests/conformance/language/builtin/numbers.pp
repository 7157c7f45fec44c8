program index(n: int) { return ["a", "b", "c"][n] }

program main(none_: list[int]) {
  return {
    sums: [sum(none_), sum([1, 2]), sum([0.5, 1])],
    rounds: [round(2.5), round(3.5), round(-1.2)],
    digits: round(2.345, 1),
    item: index(round(1.6)),
    range: range(round(2.4)),
    others: [abs(-2), log(1), exp(0)],
  }
}

test "numbers" {
  given main([]) as value
  expect value == {
    sums: [0, 3, 1.5],
    rounds: [2, 4, -1],
    digits: 2.3,
    item: "c",
    range: [0, 1],
    others: [2, 0, 1],
  }
}
