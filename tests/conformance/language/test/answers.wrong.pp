template grade(word: text) -> int(1..5) """
  {{ word }}
"""

test "each answer is of the template's type" {
  answers grade: [1, 6, "2"]
  given grade("a") as value
  expect value == 1
}
