program main(one: { a: int, b: text } | { a: text }) { return [one.c, one.b, one.a.d] }
