"""Choices by a score. Equal scores keep their order."""

program ranked[T](items: list[T], score: (T) -> float) -> list[T] {
  """All items, the one with the highest score first (best of n, Stiennon et al., 2020)."""
  return top(items, len(items), score)
}

program top[T](items: list[T], n: int, score: (T) -> float) -> list[T] {
  """The `n` items with the highest scores, the highest first (best of n, Stiennon et al., 2020)."""
  scores = map item in items: score(item)
  return map i in take(order(map value in scores: -value), n): items[i]
}

program best[T](items: list[T], score: (T) -> float) -> T {
  """The item with the highest score (best of n, Stiennon et al., 2020)."""
  return top(items, 1, score)[0]
}

program near[T](items: list[T], band: float, score: (T) -> float) -> list[T] {
  """The items whose score is at most `band` below the highest (ties in sample, scrutinise and scale, Zhao et al., 2025)."""
  scores = map item in items: score(item)
  return map i in range(len(items)) if scores[i] >= max(scores) - band: items[i]
}

program central[T](items: list[T], alike: (T, T) -> float) -> T {
  """The item that is most like all of them (minimum Bayes risk, Kumar and Byrne, 2004)."""
  return best(items, x => sum(map other in items: alike(x, other)))
}

program fused[T](rankings: list[list[T]], k: float = 60) -> list[T] {
  """All items of several rankings in one, by the sum of 1 / (k + rank) (reciprocal rank fusion, Cormack et al., 2009)."""
  items = unique(flatten(rankings))
  return ranked(items, x => sum(map r in rankings: _reciprocal(r, x, k)))
}

program _reciprocal[T](ranking: list[T], item: T, k: float) -> float {
  return sum(map i in range(len(ranking)) if ranking[i] == item: 1 / (k + i + 1))
}
