"""When rounds have gone on long enough: conditions for `until`."""

import std.voting

program stable[T, K](history: list[list[T]], last: int = 3, by: (T) -> K = x => x) -> bool {
  """Whether the `last` rounds have one majority whose share never fell (temporal consistency, Guo et al., 2025)."""
  recent = drop(history, len(history) - last)
  winners = map votes in recent: by(voting.majority(votes, by))
  shares = map votes in recent: voting.share(votes, by)
  return len(history) >= last and len(unique(winners)) == 1 and shares == sort(shares)
}

program settled(values: list[float], total: int) -> bool {
  """Whether the last of at most `total` values is the lowest yet, and not among the first total / e (secretary rule, Dynkin, 1963)."""
  before = take(values, len(values) - 1)
  return len(before) > 0 and len(before) >= total / exp(1) and values[-1] < min(before)
}
