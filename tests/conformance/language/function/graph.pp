template is_good(word: text) -> bool """
  Is it good? {{ word }}
"""

program keep[T](items: list[T], wanted: (T) -> bool) -> list[T] {
  return map item in items if wanted(item): item
}

program main(words: list[text]) {
  return { good: keep(words, is_good), long: keep(words, word => len(word) > 3) }
}
