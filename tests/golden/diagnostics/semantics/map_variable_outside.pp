program main(names: list[text]) {
  loud = map name in names: upper(name)
  return { loud, name }
}
