program pick(by: (text) => int) {
  return by("a")
}
