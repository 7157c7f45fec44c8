program main(name: text) {
  return uper(name)
}
