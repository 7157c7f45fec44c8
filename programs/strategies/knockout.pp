"""Knockout (Chen et al., 2024): candidates meet in pairs, each pair judged in both orders, until one is left or all agree."""

import std.answers
import std.comparing

template solve(question: text) -> text { max_tokens: 120 } """
  {{ question }}
  Think step by step. End with the answer as one number.
"""

template is_better(question: text, a: text, b: text) -> bool { temperature: 0.1 } """
  Question: {{ question }}
  First answer: {{ a }}
  Second answer: {{ b }}
  Is the first answer more likely to be right than the second?
"""

program main(question: text, n: int(min: 1) = 4, repeats: int(min: 1) = 2) {
  candidates = sample n: solve(question)
  return comparing.knockout(
    candidates,
    (a, b) => is_better(question, a, b),
    repeats,
    answers.numeric,
  )
}
