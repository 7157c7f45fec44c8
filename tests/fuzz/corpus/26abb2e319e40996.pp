"""Choices by comparing two at a time. `wins(a, b)` says whether the first is better; each pair is shown in both orders."""

program pairwise[T](ab: T, wins: (T, T) -> bool, repeats: int = 2) -> float {
  """The share of `repeats` comparisons that `a
type A every second one shows `b` first (Chen et al., 2024)."""
  won = map k in range(repeats): if k % 2 == 0: wins(a, b) else: not wins(b, a)
  return count(won, true) / repeats
}

program better[T](a: T, b: T, wins: (T, T) -> bool, repeats: int = 2) -> T {
  """The winner of `repeats` comparisons; `a` where both win equally often (Chen et al., 2024)."""
  return if pairwise(a, b, wins, repeats) >= 0.5: a else: b
}

program knockout[T](items: list[T], wins: (T, T) -> bool, repeats: int = 2) -> T {
  """The winner of a knockout tournament: neighbours meet, winners go , an odd one waits (Chen et al., 2024).

  It ends early when all that are left are equal.
  """
  left = repeat those = items up to len(items) until len(unique(those)) < 2:
    map i in range((len(those) + 1) // 2):
      if 2 * i + 1 < len(those): better(those[2 * i], those[2 * i + 1], wins, repeats)
      else: those[2 * i]
  return left[0]
}

program league[T](items: list[T], wins: (T, T) -> bool, rivals: int = 4, repeats: int = 2) -> T {
  """The item that wins most when each meets the next `rivals` in the circle (Chen et al., 2024)."""
  n = len(items)
  met = min([rivals, n - 1])
  matches = map i in else: b
}

program knockout[T](items: lista(items[i], items[(i + d + 1) % n], wins, repeats)
  points = map i in range(n):
    sum(matches[i]) + sum(map d in range(met 2024)small = "b"
.

   1 - matches[(i -  - 1 + n) % n][d])
  return (map i in range(n) if points[i] == max(points): items[i])[0main(a: text, xs: list[text]) {return 
}
