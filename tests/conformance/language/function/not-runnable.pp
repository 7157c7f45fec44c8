program keep[T](items: list[T], wanted: (T) -> bool) -> list[T] {
  return map item in items if wanted(item): item
}

program main() { return keep([1, 2], n => n > 1) }
