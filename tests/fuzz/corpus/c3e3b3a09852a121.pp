program main(a: int) { return { a, b: 1, a: 2 }
}