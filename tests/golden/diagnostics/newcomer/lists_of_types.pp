type R { xs: list(text), ys: [text] }
program main(q: R, zs: [int]) -> [text] { return q.xs }
