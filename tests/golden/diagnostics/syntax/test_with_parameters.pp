test greets() {
  expect true
}
