program main(a: list[int](min_items: 1, max_items: 2)) { return a }

program other() { return [main([]), main([1, 2, 3]), main(["a"])] }
