program main(names: list[text]) {
  return upper(names[0)]
}
