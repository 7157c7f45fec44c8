program main(name: text) {
  return name[0]
}
