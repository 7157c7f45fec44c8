program main(name: text) {
  return str(len(name))
}
