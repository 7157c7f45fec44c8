program keep[T](items: list[T], good: (T) -> bool) {
  return map item in items if good(item): item
}

program main(xs: list[text]) {
  return keep(xs, (a, b) => a == b)
}
