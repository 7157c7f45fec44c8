program first_of(a: int | list[int], b: int?, c: int | none) { return { a, b, c } }

program main(c: int?) { return [first_of(1, none, c), first_of([1], 2, c)] }

test "the values of both" {
  given main(3) as value
  expect value == [{ a: 1, b: none, c: 3 }, { a: [1], b: 2, c: 3 }]
}
