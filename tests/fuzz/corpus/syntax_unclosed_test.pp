test "a" {
  given main() as b
  expect b == 1

program main() {
  return 1
}
