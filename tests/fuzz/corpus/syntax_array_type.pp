program main(names: text[]) {
  return names
}
