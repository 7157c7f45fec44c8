program pick[T](items: list[T], other: T) {
  return [
    text(items[0] == other),
    text(items[0]),
    items[0] + other,
    upper(other),
    other.name,
  ]
}
