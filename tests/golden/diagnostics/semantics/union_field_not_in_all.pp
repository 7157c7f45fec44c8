type A { kind: "a", left: int }
type B { kind: "b", right: int }

program main(x: A | B) {
  return { kind: x.kind, left: x.left }
}
