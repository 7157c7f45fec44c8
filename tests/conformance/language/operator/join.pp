test "texts and lists" {
  given "n: " + text(3) as words
  given [1] + ["a"] + [] as list_
  expect words == "n: 3" and list_ == [1, "a"]
}
