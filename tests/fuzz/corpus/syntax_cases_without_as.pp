test "a" {
  cases [{ q: "x" }]
  expect row.q == 1
}
