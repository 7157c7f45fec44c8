program main(x: { a: int }?) {
  return x?.a ?? 0
}
