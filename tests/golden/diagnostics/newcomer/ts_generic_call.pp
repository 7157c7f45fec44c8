program same[T](items: list[T]) -> list[T] {
  return items
}
program main(q: text) { return same<text>([q]) }
