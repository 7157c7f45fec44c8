"""Model switch (Chen et al., 2025): ask the second model only where the first does not agree with itself."""

import std.voting

model first_model = "smollm2"

model second_model = "smollm2"

template solve(question: text) -> text { max_tokens: 60 } """
  {{ question }}
  Answer with the result only.
"""

program main(question: text, n: int(min: 1) = 5, sure: float(0..1) = 1.0) {
  ours = sample n: solve(question) { model: first_model }
  agreed = voting.share(ours) >= sure
  more = if agreed: [] else: sample n: solve(question) { model: second_model }
  return { answer: voting.majority(ours + more), switched: not agreed }
}
