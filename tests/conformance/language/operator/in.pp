program main(words: list[text], word: text, numbers: list[int]) {
  return [1.0 in numbers, word in words, word not in words, word in "abc", "" in word, 1 in []]
}

test "in lists and texts" {
  given main(["a"], "b", [1]) as all
  expect all == [true, false, true, true, true, false]
}
