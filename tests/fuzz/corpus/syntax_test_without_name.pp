test {
  expect true
}
