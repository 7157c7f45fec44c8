type P { a: int, note }
program main(p: P) { return p.a }
