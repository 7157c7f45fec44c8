test "a" {
  cases [{ q: "x" }]
  expect row 