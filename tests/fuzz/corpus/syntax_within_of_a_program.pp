program pick(a: text) within desk {
  return a
}
