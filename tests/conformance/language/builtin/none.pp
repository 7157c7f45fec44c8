program main(words: list[text]) { return [first(words), default(first(words), "none")] }

test "none or not" {
  given [main([]), main(["a"])] as all
  expect all == [[none, "none"], ["a", "a"]]
}
