program main(names: list[text]) {
  return map name of names: upper(name)
}
