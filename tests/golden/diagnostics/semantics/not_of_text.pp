program main(a: text) {
  return [not a, -a]
}
