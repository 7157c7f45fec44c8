"""Groups of answers that mean the same, and how much they differ. Entropies are in nats."""

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
  """The entropy of the shares of equal keys: 0 where all agree (discrete semantic entropy, Farquhar et al., 2024)."""
  return spread(map group in groups(map item in items: by(item)): len(group))
}

program likely_entropy[T, K](
  items: list[T],
  log_likelihood: (T) -> float,
  by: (T) -> K = x => x,
) -> float {
  """The entropy of keys whose items count by their likelihoods (semantic entropy, Kuhn et al., 2023)."""
  return _weighed(by_key(items, by), log_likelihood)
}

program semantic_entropy[T](
  items: list[T],
  same: (T, T) -> bool,
  log_likelihood: (T) -> float = x => 0.0,
) -> float {
  """The entropy of clusters by `same` whose items count by their likelihoods, or all alike (semantic entropy, Kuhn et al., 2023)."""
  return _weighed(clusters(items, same), log_likelihood)
}

program spread(sizes: list[float]) -> float {
  """The entropy of groups of these sizes or weights (Shannon, 1948)."""
  return sum(map size in sizes if size > 0: size / sum(sizes) * log(sum(sizes) / size))
}

program _weighed[T](groups_: list[list[T]], log_likelihood: (T) -> float) -> float {
  logs = map group in groups_: map item in group: log_likelihood(item)
  # Only differences matter, and the likelihoods of long texts are too small for numbers.
  most = max(flatten(logs))
  return spread(map group in logs: sum(map one in group: exp(one - most)))
}
