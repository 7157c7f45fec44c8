"""Votes over answers. Ties go to the answer that came first."""

program majority[T, K](answers: list[T], by: (T) -> K = x => x) -> T {
  """The answer whose key is given most often (self-consistency, Wang et al., 2022)."""
  return weighted(answers, x => 1, by)
}

program weighted[T, K](answers: list[T], weight: (T) -> float, by: (T) -> K = x => x) -> T {
  """The answer whose key has the largest sum of weights."""
  keys = map answer in answers: by(answer)
  weights = map answer in answers: weight(answer)
  totals = map key in keys: sum(map i in range(len(keys)) if keys[i] == key: weights[i])
  best = max(totals)
  return (map i in range(len(answers)) if totals[i] == best: answers[i])[0]
}
