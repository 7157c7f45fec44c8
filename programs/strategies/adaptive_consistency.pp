"""Adaptive consistency (Aggarwal et al., 2023): a vote that stops its samples once it is decided."""

import std.answers
import std.voting

template solve(question: text) -> text { max_tokens: 200 } """
  {{ question }}
  Think step by step. End with the answer as one number.
"""

program main(question: text, n: int(min: 1) = 8) {
  return vote(sample n: answers.numeric(solve(question)))
}

program vote(found: list[float?] until voting.decided(valid(found), remaining)) -> float? {
  """The number that most samples give; those without a number have no vote."""
  votes = valid(found)
  return if len(votes) > 0: voting.majority(votes) else: none
}

program valid(found: list[float?]) -> list[float] {
  return map one in found if one != none: one
}
