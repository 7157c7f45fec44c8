"""Choices by comparing two at a time. `wins(a, b)` says whether the first is better; each pair is shown in both orders."""

program pairwise[T](a: T, b: T, wins: (T, T) -> bool, repeats: int = 2) -> float {
  """The share of `repeats` comparisons that `a` wins; every second one shows `b` first (Chen et al., 2024)."""
  won = map k in range(repeats): if k % 2 == 0: wins(a, b) else: not wins(b, a)
  return count(won, true) / repeats
}

program better[T](a: T, b: T, wins: (T, T) -> bool, repeats: int = 2) -> T {
  """The winner of `repeats` comparisons; `a` where both win equally often (Chen et al., 2024)."""
  return if pairwise(a, b, wins, repeats) >= 0.5: a else: b
}

program preference[T](a: T, b: T, chance: (T, T) -> float) -> float {
  """The mean of the chance that the first is better, with `a` first and with `b` first (order swap, Wang et al., 2023)."""
  return (chance(a, b) + 1 - chance(b, a)) / 2
}

program knockout[T, K](
  items: list[T],
  wins: (T, T) -> bool,
  repeats: int = 2,
  by: (T) -> K = x => x,
) -> T {
  """The winner of a knockout tournament: neighbours meet, winners go on, an odd one waits (Chen et al., 2024).

  It ends early when all that are left have one key.
  """
  left = repeat those = items up to len(items) until len(unique(map one in those: by(one))) < 2:
    map i in range((len(those) + 1) // 2):
      if 2 * i + 1 < len(those): better(those[2 * i], those[2 * i + 1], wins, repeats)
      else: those[2 * i]
  return left[0]
}

program league[T](items: list[T], wins: (T, T) -> bool, rivals: int = 4, repeats: int = 2) -> T {
  """The item that wins most when each meets the next `rivals` in the circle (Chen et al., 2024)."""
  n = len(items)
  met = min([rivals, n - 1])
  matches = map i in range(n):
    map d in range(met): pairwise(items[i], items[(i + d + 1) % n], wins, repeats)
  points = map i in range(n):
    sum(matches[i]) + sum(map d in range(met): 1 - matches[(i - d - 1 + n) % n][d])
  return (map i in range(n) if points[i] == max(points): items[i])[0]
}

program round_robin[T](items: list[T], wins: (T, T) -> bool, repeats: int = 2) -> T {
  """The item that wins most matches when each meets each; a match is `repeats` comparisons, a drawn one half a win for both (Zhao et al., 2025)."""
  n = len(items)
  shares = map i in range(n): map j in range(i): pairwise(items[j], items[i], wins, repeats)
  points = map i in range(n):
    sum(map j in range(i): _points(1 - shares[i][j]))
      + sum(map j in range(n) if j > i: _points(shares[j][i]))
  return (map i in range(n) if points[i] == max(points): items[i])[0]
}

program _points(share: float) -> float {
  return if share > 0.5: 1.0 else if share < 0.5: 0.0 else: 0.5
}
