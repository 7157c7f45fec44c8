program main(page: int?) -> int { return default(page, 7) }

test "the value or the other" {
  cases [{ page: none, value: 7 }, { page: 2, value: 2 }] as row
  given main(row.page) as value
  expect value == row.value
}
