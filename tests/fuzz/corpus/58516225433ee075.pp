program main(name: text) {
  return if name: 1 else: 2
}
