program pick(items: list[text], by: (text) -> bool) -> list[text] {
  return map item in items if by(item): item
}
program main(items: list[text]) {
  return pick(items, (x) => { return len(x) > 3; })
}
