program pick(by: (x: text) -> int) {
  return by("a")
}
