"""Semantic-entropy rounds (SEAT, 2025): each round sees the last one's answers, until they agree enough."""

import std.answers
import std.grouping
import std.stopping
import std.voting

template solve(question: text, earlier: list[text]) -> text { max_tokens: 120 } """
  {{ question }}
  {% for one in earlier %}
  An earlier answer, which may be wrong: {{ one }}
  {% end %}
  Think again, step by step. End with the answer as one number.
"""

program main(
  question: text,
  width: int(min: 1) = 4,
  rounds: int(min: 1) = 4,
  agree: float? = none,
) {
  """The last round's majority, and the first's, which is safer where small models agree too soon."""
  opening = sample width: solve(question, [])
  final = repeat those with history = opening
      up to rounds - 1
      until is_enough(map one in history: grouping.entropy(one, answers.numeric), rounds, agree):
    sample width: solve(question, those)
  return {
    answer: answers.numeric(voting.majority(final, answers.numeric)),
    first: answers.numeric(voting.majority(opening, answers.numeric)),
    entropy: grouping.entropy(final, answers.numeric),
  }
}

program is_enough(entropies: list[float], rounds: int, agree: float?) -> bool {
  """At the entropy `agree`; where it is none, by the secretary rule."""
  return if agree != none: entropies[-1] <= agree
         else: stopping.settled(entropies, rounds)
}
