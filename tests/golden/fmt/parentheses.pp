type Maybe = (text | int)?
type Plain = (text) | ((int))
type Many = list[(text | int)](max_items: 3)
program main(a: int, b: int, c: bool, xs: list[int]) {
  sums = [(a + b) + 1, a + (b + 1), (a * b) + 1, a * (b + 1), (a - b) - 1, a - (b - 1)]
  signs = [-(a + b), -(a), - -a, -(a * b), (-a) * b]
  tests = [(a < b) == c, not (a < b), not (c and c), (not c) and c, (c or c) and c, c or (c and c)]
  none_in = [(a) not in (xs), not (a in xs)]
  items = [(xs)[0], (xs + xs)[0], [1, 2][(0)], (map x in xs: x)[0], ({ a }).a]
  open = [(if c: a else: b) + 1, if (c): (a) else: (b), map x in (if c: xs else: xs) if (c or c): (x)]
  return { sums, signs, tests, none_in, items, open }
}

program denied(n: int, xs: list[int]) {
  a = not (n in xs)
  b = not (n > 1)
  c = not (false in (map x in xs: x > 1))
  d = not not (a and b)
  return [a, b, c, d, not a, not len(xs) == 2]
}
