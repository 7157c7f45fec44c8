program grow[T](start: T, more: (T) -> T) -> T {
  return more(start)
}

program same[T](items: list[T]) -> list[T] {
  return items
}

program main(word: text, number: int) {
  return {
    words: grow([], words => words + [word]),
    wider: grow([word], words => words + [number]),
    nothing: same([]),
  }
}
