import std.voting

test "a module of the standard library" {
  given voting.majority(["a", "b", "a"]) as value
  expect value == "a"
}
