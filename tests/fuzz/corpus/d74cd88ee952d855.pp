test "a" {
  expect true;
 