type Answer { page: int?, next: { page: int? }? }

program main(answer: Answer) {
  here = if answer.page != none: answer.page + 1 else: 0
  there = if answer.next == none: 0 else: default(answer.next.page, 5)
  return here + there
}

test "what is known is used" {
  cases [
    { answer: { page: 1, next: none }, sum: 2 },
    { answer: { page: none, next: { page: none } }, sum: 5 },
    { answer: { page: none, next: { page: 2 } }, sum: 2 },
  ] as row
  given main(row.answer) as value
  expect value == row.sum
}
