import "modules/shared.pp"

test "the file's name is the import's" {
  given shared.loud("a") as value
  expect value == "a!a!"
}
