program keep[T](items: list[V], good: (T) -> bool) {
  return map item in items if good(item): item
}

program main(xs: list[text]) {
  return keep(xs, x => len(x))
}
