"""Model switch (Chen et al., 2025): ask the second model only where the first does not agree with itself."""

import std.voting

model first_model = "smollm2"

model second_model = "smollm2"

template solve(question: text) -> text { max_tokens: 60 } """
  {{ question }}
  Answer with the result only.
"""

program main(
  question: text,
  n: int(min: 1) = 5,
  sure: float(0..1) = 1.0,
  first_trust: float = 1.0,
  second_trust: float = 1.0,
) {
  """A vote that counts each answer by how far its model agrees with itself, and is trusted."""
  ours = sample n: solve(question) { model: first_model }
  agreed = voting.share(ours) >= sure
  theirs = if agreed: [] else: sample n: solve(question) { model: second_model }
  votes = weighed(ours, first_trust) + weighed(theirs, second_trust)
  return { answer: voting.weighted(votes, x => x.weight, x => x.said).said, switched: not agreed }
}

program weighed(said: list[text], trust: float) {
  # A model that never says the same twice still has a small vote.
  weight = trust * max([voting.confidence(said), 0.05])
  return map one in said: { said: one, weight }
}
