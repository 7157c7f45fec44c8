"""What a model's probabilities say. `answer.probabilities` are the options of a closed answer, `answer.logprob` the score of a text."""

import std.grouping

program probability[T](options: list[{ value: T, probability: float }], of: T) -> float {
  """The probability of one option, 0 where it is none (P(True), Kadavath et al., 2022)."""
  return sum(map option in options if option.value == of: option.probability)
}

program expected(options: list[{ value: float, probability: float }]) -> float {
  """The mean of options that are numbers, each counting by its probability (G-Eval, Liu et al., 2023)."""
  return sum(map option in options: option.value * option.probability)
    / sum(map option in options: option.probability)
}

program margin[T](options: list[{ value: T, probability: float }]) -> float {
  """How far the likeliest option is ahead of the next, from 0 to 1 (margin sampling, Scheffer et al., 2001)."""
  sizes = reverse(sort(map option in options: option.probability))
  return if len(sizes) > 1: sizes[0] - sizes[1] else: sum(sizes)
}

program entropy[T](options: list[{ value: T, probability: float }]) -> float {
  """The entropy of the options, in nats: 0 where one is certain (Shannon, 1948)."""
  return grouping.spread(map option in options: option.probability)
}

program perplexity(logprob: float) -> float {
  """The perplexity of a text from the mean log-probability of its tokens (Jelinek et al., 1977)."""
  return exp(-logprob)
}

program softmax(values: list[float], temperature: float = 1) -> list[float] {
  """Scores or log-likelihoods as shares that add up to 1 (Bridle, 1990)."""
  parts = map value in values: exp((value - max(values)) / temperature)
  return map part in parts: part / sum(parts)
}
