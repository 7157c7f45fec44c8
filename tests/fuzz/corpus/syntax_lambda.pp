program main(a: list[int]) {
  return map x in a: lambda y: y
}
