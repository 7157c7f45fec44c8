program main(x: int?) {
  return if x is None: 0 else: x
}
