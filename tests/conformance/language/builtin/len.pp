test "characters and items" {
  given [len("größe"), len([1, 2]), len("")] as all
  expect all == [5, 2, 0]
}
