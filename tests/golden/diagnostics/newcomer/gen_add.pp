program add[T](a: T, b: T) -> T { return a + b }
program main(x: int) { return add(x, x) }
