template is_good(word: text) -> bool """
  {{ word }}
"""

test "once for each row" {
  cases [{ word: "a", good: true }, { word: "b", good: false }] as row
  answers is_good: [true]
  given [row.good, row.word != "b"] as both
  expect both[0] == both[1]
}
