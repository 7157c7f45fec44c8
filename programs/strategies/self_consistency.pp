"""Self-consistency (Wang et al., 2022): several chains of thought, and the answer that most of them reach."""

import std.answers
import std.voting

template solve(question: text) -> text { max_tokens: 200 } """
  {{ question }}
  Think step by step. End with the answer as one number.
"""

program main(question: text, n: int(min: 1) = 8) {
  chains = sample n: solve(question)
  found = voting.valid(chains, answers.numeric)
  return if len(found) == 0: { answer: none, share: 0.0 }
         else: {
           answer: answers.numeric(voting.majority(found, answers.numeric)),
           share: voting.share(found, answers.numeric),
         }
}
