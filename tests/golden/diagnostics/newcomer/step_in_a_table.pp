template t(q: text) -> "a" | "b" """
  {{ q }}
"""
test "in table" {
  cases [{ q: t("x") }] as row
  given t("y") as out
  expect row.q == out
}
