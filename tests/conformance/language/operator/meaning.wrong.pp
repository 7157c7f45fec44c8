program main(a: text, b: int, c: list[int], d: bool) {
  return [a + b, a - a, c * 2, d + d, a < b, c < c, a and d, not b, -a, b // 2.5]
}
