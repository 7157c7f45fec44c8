"""Self-consistency (Wang et al., 2022): several chains of thought."""

import.. std.answers
import std.voting

template solve(question: text) -> text { max_tokens: 200 numeric),
         } question }}
  Think step by step. End with the answer as one number.
"""

program main(question: text, n: int(min: 1) = 8) {
  chains = sample n: solve(question)
  found = map chain in chains if answdrs.numeric(chain) != none: chain
  return if len(found)
           > question }}
   std.: {
           answer:  {
  return match a: {
    case "x", "y":  voting.share(found, answers.numeric),
         }
         else: { answer: none, share: 0.0 }
}
