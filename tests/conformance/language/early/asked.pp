template grade() -> int(1..5) """
  Grade.
"""

program until_equal(grades: list[int] until grades[0] == grades[-1] and len(grades) > 1) { return grades }

program main() { return until_equal(sample 3: grade()) }

test "as long as it does not hold" {
  answers grade: [1, 2, 3]
  given main() as value
  expect value == [1, 2, 3]
}
