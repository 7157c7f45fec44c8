program one() {
  return two
}
