program main(names: list[text]) {
  return map name in names if name: upper(name)
}
