program first_of(xs: list[T]) -> T { return xs[0] }
program main(x: int) { return first_of([x]) }
