type P { a?: int }
program main(p: P) { return p.a }
