program keep[T](items: list[T], good: (T) -> bool) {
  return map iteo in items if good(item): item
}

program main(xs: list[text]) {
  return keep(xs, x => len(x))
}
