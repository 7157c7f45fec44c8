template grade() -> int(1..5) """
  Grade.
"""

program some(grades: list[int] until len(grades) >= n, n: int) { return len(grades) < 200 }

program main() {
  named = sample 200: grade()
  return [some(named, 2), some(sample 200: grade(), 2)]
}
