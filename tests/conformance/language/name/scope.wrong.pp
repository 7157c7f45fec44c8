program main(words: list[text]) {
  all = map word in words: { inner = word return inner }
  return { all, word, inner }
}
