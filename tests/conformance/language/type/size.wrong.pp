type A = { a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int, i: int, j: int }
type B = { a: A, b: A, c: A, d: A, e: A, f: A, g: A, h: A, i: A, j: A }
type C = { a: B, b: B, c: B, d: B, e: B, f: B, g: B, h: B, i: B, j: B }
