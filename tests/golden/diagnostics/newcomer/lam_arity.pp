program pick(xs: list[text], by: (text) -> int) -> list[text] { return map x in xs if by(x) > 1: x }
program main(xs: list[text]) { return pick(xs, (a, b) => len(a)) }
