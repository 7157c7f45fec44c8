"""Inverse-entropy vote (The Sequential Edge, 2025): each chain reviews the one before; those that were written surely count more."""

import std.answers
import std.voting

template solve(question: text) -> text { max_tokens: 200, temperature: 0.7 } """
  {{ question }}
  Think step by step. End with the answer as one number.
"""

template review() -> text within solve { max_tokens: 200, temperature: 0.7 } """
  Review your reasoning: find gaps and errors, and refine it. End with the answer as one number.
"""

program main(question: text, n: int(min: 1) = 6) {
  """A vote over chains that come one after the other in one conversation."""
  return vote(repeat chains = [solve(question)] up to n - 1: chains + [chains[-1].review()])
}

program parallel(question: text, n: int(min: 1) = 6) {
  """The same vote over chains that know nothing of one another."""
  return vote(sample n: solve(question))
}

program vote(chains: list[solve]) -> float? {
  found = voting.valid(chains, answers.numeric)
  return if len(found) == 0: none
         else: answers.numeric(voting.inverse_entropy(found, x => x.entropy, answers.numeric))
}
