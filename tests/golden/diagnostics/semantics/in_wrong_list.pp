program main(names: list[text]) {
  return 3 in names
}
