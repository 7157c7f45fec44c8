"""Votes over answers. Ties go to the answer that came first; no answers at all are an error of the run."""

import std.grouping

program majority[T, K](
  answers: list[T] until decided(answers, remaining, by),
  by: (T) -> K = x => x,
) -> T {
  """The answer whose key is given most often (self-consistency, Wang et al., 2022).

  Samples that can no longer change the winning key are stopped.
  """
  return weighted(answers, x => 1, by)
}

program decided[T, K](answers: list[T], remaining: int, by: (T) -> K = x => x) -> bool {
  """Whether no other key can reach the leader's count with `remaining` answers to come (after adaptive consistency, Aggarwal et al., 2023)."""
  counts = reverse(sort(map group in groups(map answer in answers: by(answer)): len(group)))
  return len(counts) > 0 and counts[0] > sum(take(drop(counts, 1), 1)) + remaining
}

program quorum[T](answers: list[T] until len(answers) >= n, n: int) -> list[T] {
  """The first `n` answers that are there, in their order; the others are stopped (written for pp)."""
  return take(answers, n)
}

program weighted[T, K](answers: list[T], weight: (T) -> float, by: (T) -> K = x => x) -> T {
  """The answer whose key has the largest sum of weights (weighted votes, Wang et al., 2022)."""
  found = groups(map answer in answers: by(answer))
  weights = map answer in answers: weight(answer)
  totals = map group in found: sum(map i in group: weights[i])
  best = max(totals)
  return (map g in range(len(totals)) if totals[g] == best: answers[found[g][0]])[0]
}

program inverse_entropy[T, K](
  answers: list[T],
  entropy: (T) -> float,
  by: (T) -> K = x => x,
  least: float = 0.001,
) -> T {
  """The answer whose key has the largest sum of 1 / entropy (inverse-entropy voting, The Sequential Edge, 2025).

  An entropy below `least` counts as `least`.
  """
  return weighted(answers, x => 1 / max([entropy(x), least]), by)
}

program shortest_majority[T, K](
  answers: list[T],
  length: (T) -> float,
  by: (T) -> K = x => x,
) -> T {
  """The answer whose key has the largest count / log(mean length) (shortest majority vote, Zeng et al., 2025).

  A mean length below e counts as e.
  """
  found = groups(map answer in answers: by(answer))
  lengths = map answer in answers: length(answer)
  scores = map group in found:
    len(group) / log(max([sum(map i in group: lengths[i]) / len(group), exp(1)]))
  best = max(scores)
  return (map g in range(len(scores)) if scores[g] == best: answers[found[g][0]])[0]
}

program tally[T, K](
  answers: list[T],
  by: (T) -> K = x => x,
) -> list[{ answer: T, count: int, share: float }] {
  """Each key's first answer, its count and its share of the votes, most votes first (written for pp)."""
  found = groups(map answer in answers: by(answer))
  return map g in order(map group in found: -len(group)): {
    answer: answers[found[g][0]],
    count: len(found[g]),
    share: len(found[g]) / len(answers),
  }
}

program share[T, K](answers: list[T], by: (T) -> K = x => x) -> float {
  """The winner's share of the votes, from above 0 to 1 (consistency, Chen et al., 2025)."""
  return max(map group in groups(map answer in answers: by(answer)): len(group)) / len(answers)
}

program confidence[T, K](answers: list[T], by: (T) -> K = x => x) -> float {
  """1 less the entropy of the votes as a part of the largest possible: 1 where all agree, 0 where no two do (after model switch, Chen et al., 2025)."""
  most = log(max([len(answers), 2]))
  return max([0.0, 1 - grouping.entropy(answers, by) / most])
}

program valid[T, K](answers: list[T], by: (T) -> K?) -> list[T] {
  """The answers that have a key; the others do not vote (self-consistency, Wang et al., 2022)."""
  return map answer in answers if by(answer) != none: answer
}

program by_share[T, K](answers: list[T], least: float, by: (T) -> K = x => x) -> T? {
  """The majority's answer where its share is at least `least`, or none (consistency, Chen et al., 2025)."""
  return if share(answers, by) >= least: majority(answers, by) else: none
}
