"""Many texts to one, level by level."""

program tree[T](items: list[T], merge: (list[T]) -> T, tokens: int(1..1000000) = 1000000) -> T {
  """All items merged by `merge`: groups whose prompt has at most so many `tokens` and fits the model, then their results, until one is left (recursive summaries, Wu et al., 2021)."""
  return reduce items with merge by tree within { tokens: tokens }
}

program pairs[T](items: list[T], merge: (T, T) -> T) -> T {
  """All items merged two at a time, neighbours side by side, until one is left (recursive summaries, Wu et al., 2021)."""
  left = repeat those = items up to len(items) until len(those) < 2:
    map i in range((len(those) + 1) // 2):
      if 2 * i + 1 < len(those): merge(those[2 * i], those[2 * i + 1])
      else: those[2 * i]
  return left[0]
}
