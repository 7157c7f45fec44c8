program main(n: int) { return if n > 1: "many" }
