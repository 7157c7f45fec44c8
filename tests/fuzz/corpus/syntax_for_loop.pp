program main(names: list[text]) {
  for name in names: upper(name)
}
