type A{ a: int, b:int, c: int, d: int, e: int, f: int, g: int, h: int }
type B { a: A, b: A, c: A, d: A, e: A, f: A, g: A, h: A }
type C { a: B, b: B, c: B, d: B, e: B, f: B, g: B, h: B }
type D { a: C, b: C, c: C, d: C, e:C, f: C, g: C, h: C }
type E{ a: D, b: D, c: D, d: D, e: D, f: D, g: D, h: D }
