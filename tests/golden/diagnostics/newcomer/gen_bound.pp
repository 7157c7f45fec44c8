program top[T: int](xs: list[T]) -> T { return xs[0] }
program main(xs: list[int](min_items: 1)) { return top(xs) }
