extern num_words(words: text) -> int = "words:num_words"

program main(xs: list[text]) {
  return len(xs)
}
