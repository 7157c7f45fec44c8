program main(a: it) { return a
  b =
}
