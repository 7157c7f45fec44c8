program main(n: int = 0) { return 1 / n }
