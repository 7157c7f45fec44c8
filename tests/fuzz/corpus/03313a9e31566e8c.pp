program main(name: text) {
  return name.upper()
}
