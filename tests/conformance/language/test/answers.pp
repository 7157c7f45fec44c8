template grade(word: text) -> int(1..5) """
  {{ word }}
"""

program main(words: list[text]) {
  after = grade("after " + text(before))
  before = grade("before")
  each = map word in words: grade(word)
  return { after, before, each }
}

test "in the order of the program" {
  answers grade: [1, 2, 3, 4]
  given main(["x", "y"]) as value
  expect value == { after: 4, before: 1, each: [2, 3] }
}
