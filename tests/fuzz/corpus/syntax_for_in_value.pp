program main(names: list[text]) {
  loud = for name in names: upper(name)
  return loud
}
