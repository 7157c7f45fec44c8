program first(name: text) {
  return name

program second(name: text) {
  return name
}
