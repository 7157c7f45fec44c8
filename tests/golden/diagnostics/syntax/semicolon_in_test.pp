test "a" {
  expect true;
}
