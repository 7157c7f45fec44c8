program main(a: int?) {
  return if a == null: 1 else: 2
}
