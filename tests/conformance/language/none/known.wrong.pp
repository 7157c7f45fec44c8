program main(pages: list[int?]) {
  return if pages[0] != none: pages[0] + 1 else: 0
}
