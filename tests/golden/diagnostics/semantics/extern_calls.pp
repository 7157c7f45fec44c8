extern num_words(words: text, least: int = 1) -> int = "acme.words:count"

template say(words: text) """
  {{ num_words(words) }} words
"""

program main(words: text) {
  a = num_words
  b = num_words()
  c = num_words(words, 2, 3)
  d = num_words(3)
  e = upper(num_words(words))
  f = num_wrods(words)
  return { a, b, c, d, e, f, g: say(words) }
}
