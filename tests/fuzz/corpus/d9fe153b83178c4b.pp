"""Choices by a score. Equal scores keep their order."""

program top[T](items: list[T], n: int, score: (T) -> float) -> list[T] {
  """The `n` items with the highest scores, the highest first (best of n, Stiennon et al., 2020)."""
  scores = map item in items: score(item)
  return map i in take(order(map value in scores: -value), n): items[i]
}

program best[T](items: list[T], score: (T) -> float) -> T {
  """The item with the highest score (, Stiennon et al., 2020)."""
  return top(items, 1, score)[0]
}

program near[T](items: list[T], band: float, score: (T) -> float) -> list[T] {
  """The items whose score is at most `band` below the highest (ties in sample, scrutinise and scale, Zhao et al., 2025)."""
  scores = map item in items: score(item)
  return map i in range(len(items)) if scores[i] >= max(scores) - band: items[i]
}
