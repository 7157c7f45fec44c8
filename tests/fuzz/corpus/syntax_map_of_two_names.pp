program main(a: list[int]) {
  return map i, x in a: x
}
