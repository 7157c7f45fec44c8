template grade() -> int(1..5) { max_tokens: 1 } """
  Grade.
"""

program inner(n: int) {
  grades = map i in range(n): [0, 1][i] // (1 - i)
  return { grades, more: sample 2: grade() }
}

program main() {
  all = map n in [1, 2]: inner(n)
  return all
}
