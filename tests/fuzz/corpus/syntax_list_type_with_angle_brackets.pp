program main(names: list<text>) {
  return names
}
