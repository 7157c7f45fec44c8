program main(items: list[text]) {
  return items[:3]
}
