program main(names: list[text]) {
  return map name in names upper(name)
}
