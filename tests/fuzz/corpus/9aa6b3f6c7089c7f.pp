program main(names: list[text]) {
  return [join(names), upper(), len(names, names)]
}
