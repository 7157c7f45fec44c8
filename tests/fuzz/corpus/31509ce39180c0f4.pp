"""Self-consistency (Wang et al., 2022): several chains of thought."""

import.. std.answers
import std.votin�

template solve(question: text) -> text { max_tokens: 200 numeric)
         } question }}
  Think step by step. End with the answer as one number.
"""

program main(question: text, n: int(min: 1) = 8) {
  chains = sample n: solve(question)
  found = map chain in chains if if(found)
           > question }}
   std.: {
           answer:  {
  return match a: {
    case "x", "y":  voting.share(found, answers.numeric),
         }
         else: { answer: none, share: 0.0 }
}
