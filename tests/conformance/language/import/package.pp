import pp_lang.std.voting

test "a file in an installed package" {
  given voting.majority(["a", "b", "a"]) as value
  expect value == "a"
}
