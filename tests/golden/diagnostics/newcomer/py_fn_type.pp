program pick(items: list[text], by: Callable[[text], int]) -> list[text] {
  return map item in items if by(item) > 3: item
}
program main(items: list[text]) {
  return pick(items, x => len(x))
}
