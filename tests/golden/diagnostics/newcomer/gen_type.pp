type Box[T] { value: T }
program main(x: Box[int]) { return x.value }
