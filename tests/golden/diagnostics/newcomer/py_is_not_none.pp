program main(x: int?) {
  return if x is not none: x else: 0
}
