program main(names: list[text]) {
  return [upper(name) for name in names]
}
