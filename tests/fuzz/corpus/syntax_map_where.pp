program main(names: list[text]) {
  return map name in names where name != "Bob": upper(name)
}
