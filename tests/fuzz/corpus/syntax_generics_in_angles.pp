program pick<T>(items: list[T]) -> T {
  return items[0]
}
