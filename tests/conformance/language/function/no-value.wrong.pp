type F = (int) -> int

program each(by: (int) -> int, all: list[(int) -> int]) {
  other = by
  more = x => x
  return [by, other, more, x => x]
}
