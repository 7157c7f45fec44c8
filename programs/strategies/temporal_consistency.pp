"""Temporal consistency (Guo et al., 2025): verifiers recheck their own verdict until the majority is stable."""

import std.stopping
import std.texts
import std.voting

type Verdict {
  reason: text(max_chars: 200) "what is wrong, or why all is right"
  step: int(-1..50) "the number of the first wrong step, or -1 if all are right"
}

context proof(problem: text, steps: text) """
  Problem: {{ problem }}
  Steps:
  {{ steps }}
"""

template locate() -> Verdict within proof """
  Which step is the first wrong one? Answer as {{ format }}.
"""

template recheck(last: Verdict) -> Verdict within proof { temperature: 0.8 } """
  You said before: step {{ last.step }}, because {{ last.reason }}
  Check that again. Which step is the first wrong one? Answer as {{ format }}.
"""

program main(
  problem: text,
  steps: list[text](min_items: 1),
  verifiers: int(min: 1) = 3,
  rounds: int(min: 0) = 9,
) {
  shown = proof(problem, texts.numbered(steps))
  final = repeat those with history = sample verifiers: shown.locate()
      up to rounds
      until stopping.stable(history, 3, x => x.step):
    map one in those: shown.recheck(one)
  return voting.majority(map one in final: one.step)
}
