program make[T](n: int, by: (int) -> int) -> list[T] { return [] }

program main() { return make(1, x => x) }
