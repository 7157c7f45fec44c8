program main(n: int) { return 1 < n < 3 }
