test "a" {
  expect(main("x")).to_be(1)
  expect main("x") to be 1
}
