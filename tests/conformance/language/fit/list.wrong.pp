program pair(a: list[float](min_items: 2)) { return a[1] }

program main(a: list[int], b: list[text](min_items: 2)) { return [pair(a), pair(b)] }
