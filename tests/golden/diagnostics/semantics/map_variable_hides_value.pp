program main(names: list[text]) {
  name = "Bob"
  loud = map name in names: upper(name)
  return { loud, name }
}
