template grade() -> int(1..5) """
  Grade.
"""

program main(n: int = -1) { return sample n: grade() }

test "as many as it says" {
  given main(3) as three
  given main(0) as no
  expect len(three) == 3 and no == []
}
