program grow[T](start: T, more: (T) -> T) -> T { return more(start) }

program same[T](items: list[T]) -> list[T] { return items }

program main(word: text) { return [len(grow([], words => words + [word])), len(same([]))] }
