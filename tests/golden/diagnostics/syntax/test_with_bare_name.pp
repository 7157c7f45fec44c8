test greets {
  expect true
}
