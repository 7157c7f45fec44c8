"""League (Chen et al., 2024): each candidate meets some others in both orders; most wins takes it."""

import std.comparing

template solve(question: text) -> text { max_tokens: 120 } """
  {{ question }}
  Think step by step, then answer.
"""

template is_better(question: text, a: text, b: text) -> bool { temperature: 0.1 } """
  Question: {{ question }}
  First answer: {{ a }}
  Second answer: {{ b }}
  Is the first answer more likely to be right than the second?
"""

program main(
  question: text,
  n: int(min: 1) = 4,
  rivals: int(min: 1) = 2,
  repeats: int(min: 1) = 2,
) {
  candidates = sample n: solve(question)
  return comparing.league(candidates, (a, b) => is_better(question, a, b), rivals, repeats)
}
