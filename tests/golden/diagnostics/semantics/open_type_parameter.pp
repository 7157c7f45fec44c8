program nothing[T](count: int) -> list[T] {
  return []
}

program main() {
  return nothing(3)
}
