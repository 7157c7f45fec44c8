program main(a: list[int]) {
  return map x in a => x + 1
}
