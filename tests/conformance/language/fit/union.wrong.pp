program main(a: 1 | "b") -> int { return a }
