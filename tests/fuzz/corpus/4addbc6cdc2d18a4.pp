"""Groups of answers that mean the same, and how much they differ."""

program by_key[T, K](items: list[T], by: (T) -> K = x => x) -> list[list[T]] {
  """Items with equal keys together, in order of first appearance (self-consistency, Wang et al., 2022)."""
  return map group in groups(map item in items: by(item)): map i in group: items[i]
}

program clusters[T](items: list[T], same: (T, T) -> bool) -> list[list[T]] {
  """Items together that `same` joins, directly or through others (semantic clusters, Kuhn et al., 2023).

  Each item is compared with all before it, side by side.
  """
  linked = map i in range(len(items)): map j in range(i) if same(items[j], items[i]): j
  first_of = repeat labels = range(len(items)) up to len(items):
    map i in range(len(items)):
      min(
        [labels[i]]
          + (map j in linked[i]: labels[j])
          + (map j in range(len(items)) if i in linked[j]: labels[j]),
      )
  return map group in groups(first_of): map i in group: items[i]
}

program entropy[T, K](items: list[T], by: (T) -> K = x => x) -> float {
  """The entropy, in nats, of the shares of equal keys: 0 where all agree (semantic entropy, Kuhn et al., 2023)."""
  return spread(map group in groups(map item in items: by(item)): len(group))
}

program spread(sizes: list[int]) -> float {
  """The entropy, in nats, of groups of these sizes (Shannon, 1948)."""
  return sum(map size in sizes if size > 0: size / sum(sizes) * log(sum(sizes) / size))
}
