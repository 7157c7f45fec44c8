"""Shortest majority vote (Zeng et al., 2025): frequent answers with short reasoning win."""

import std.answers
import std.voting

template solve(question: text) -> text { max_tokens: 200, temperature: 0.7 } """
  {{ question }}
  Think step by step. End with the answer as one number.
"""

program main(question: text, n: int(min: 1) = 8) {
  """The answer with the largest count / log(mean tokens); none where no chain ends in a number."""
  chains = sample n: solve(question)
  found = voting.valid(chains, answers.numeric)
  return if len(found) == 0: none
         else: answers.numeric(voting.shortest_majority(found, x => x.tokens, answers.numeric))
}
