program each(words: list[text], by: (text) -> int) { return map word in words: by(word) }

program of_number(n: int) { return n }

program main(words: list[text]) {
  return [each(words, x => x + "!"), each(words, of_number), each(words, upper), each(words, 3), each(words, len)]
}
