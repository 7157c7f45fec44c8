import "modules/shared.pp" as s

test "the import is called as it says" {
  given s.loud("a") as value
  expect value == "a!a!"
}
