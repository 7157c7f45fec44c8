program main(x: int?) {
  return x ?? 0
}
