program main(a: int) { return a ^ 3 }
