program pairs(numbers: list[int], by: (int, int) -> int) { return map n in numbers: by(n, 10) }

program main(numbers: list[int]) { return [pairs(numbers, n => n), pairs(numbers, (a, b, c) => a)] }
