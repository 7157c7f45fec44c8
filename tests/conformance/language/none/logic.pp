program main(page: int?) {
  return [page != none and page > 1, page == none or page > 1, if not (page == none): page > 1 else: false]
}

test "the right side knows" {
  cases [{ page: none, all: [false, true, false] }, { page: 2, all: [true, true, true] }] as row
  given main(row.page) as value
  expect value == row.all
}
