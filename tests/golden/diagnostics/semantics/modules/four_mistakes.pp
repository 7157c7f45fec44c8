program one() {
  return two
}

program three(a: intt) {
  return a + four
}

program five() {
  return six()
}
