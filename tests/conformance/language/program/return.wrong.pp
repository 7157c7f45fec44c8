program one() {
  a = 1
}

program two() {
  return 1
  a = 2
}
