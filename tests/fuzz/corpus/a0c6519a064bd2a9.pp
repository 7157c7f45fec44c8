program pick(a: text) { model = judge } {
  return a
}
