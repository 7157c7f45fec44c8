template grade() -> int(1..5) """
  Grade.
"""

program some(grades: list[int] until len(grades) >= 1) { return len(grades) }

program main(grades: list[int]) {
  used_twice = sample 3: grade()
  return [some(grades), some(used_twice), len(used_twice)]
}

test "any other list is whole" {
  answers grade: [1, 2, 3]
  given main([1, 2]) as value
  expect value == [2, 3, 3]
}
