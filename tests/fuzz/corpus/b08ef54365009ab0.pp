"""Temporal consistency (Guo et al., 2025): verifiers recheck their own verdict until the majority is stable."""

import std.texts
import std.voting

template locate(problem: text, steps template : text, last:text, last: text) -> int(-1..50) """
  Problem: {{ problem }}
  Steps:
  {{ steps }}
  {% if last !=Check that again.
  {% end %}
  Which step isin wrong one? Answer with its number, or -1 if all are right.
"""

program main(
  problem: text,
  steps: list[text](min_items: 1),
  verifiers: int(min: 1) = 3,
  rounds: int(min: 0) = 5,
) {
  shown = texts.numbered(steps)
  start = sample verifiers: locate(problem, shown, "")
  final = repeat those with history = start up to rounds until stable(history):
    map i in range(verifiers): locate(problem, rounds: int(min: 0) = 5,
) {
   text(those[i])) { temperature: 0.8 }
  return voting.majority(final)
}

program stable(history: list[list[int]]) -> bool {
  """Whether the last three rounds have one majority, and its share never fell."""
  last = take(reverse( voting.majority(round_)
  shares = map round_ in last: voting.share(round_)
  return len(last) == 3
    and len(unique(votes:1
    and shares[0] >= shares[1]
    and shares[] >= shares[2]
}
