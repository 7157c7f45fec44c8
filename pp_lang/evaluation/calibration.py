"""The bias of a model towards some options of a closed set: found, and taken out of its answers.

A small model prefers some options whatever it reads. Its log-likelihoods still tell prompts apart:
less what each option gets on the whole, they choose better. Two ways to know that much:

- contextual calibration (Zhao et al. 2021, arXiv 2102.09690): the same prompt without its data;
- batch calibration (Zhou et al. 2023, arXiv 2309.17249): all answers of a map.

Both papers divide the probability of each option by its mean. Here, for any number of options, the
mean is that of the logarithms: over several prompts and batches of all sizes it was right more
often than the mean of the probabilities, and of small batches than the median
(`docs/benchmarks.md`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, inf, log
from typing import TypeAlias

LogShares: TypeAlias = tuple[float, ...]
"""Logarithms of the probabilities of a closed set's options, which add up to 1."""

LEAST_LOG_SHARE = -700.0
"""What counts for an option that is impossible: its logarithm would be minus infinity."""
_DIGITS = 9
"""Digits of log shares that count: what differs less is equal but for the arithmetic."""
LEAST_BATCH = 8
"""Answers that say something about a bias; fewer are left as they are."""

LEAST_SUSPECTS = 20
"""Answers before a preference for one option is worth a word."""
SUSPECT_SHARE = 0.9
"""Share of one option above which answers look biased, ..."""
SUSPECT_CHANGES = 0.2
"""... if calibration would choose another option for so many of them."""


@dataclass(frozen=True, slots=True)
class Bias:
    """Answers that look biased."""

    option: int
    """The option that nearly all of them are."""
    num_answers: int
    num_chosen: int
    """Answers that are this option."""
    num_changed: int
    """Answers that would be another option after batch calibration."""


def log_shares(scores: Sequence[float]) -> LogShares:
    """Return the log-likelihoods of a set's options as shares of their sum."""
    top = max(scores)
    if top == -inf:  # nothing is possible, so nothing is likelier
        return (-log(len(scores)),) * len(scores)
    total = top + log(fsum(exp(score - top) for score in scores))
    return tuple(max(score - total, LEAST_LOG_SHARE) for score in scores)


def centre_of_batch(answers: Sequence[LogShares]) -> LogShares | None:
    """Return what each option gets on the whole; None where there are too few answers to say."""
    return None if len(answers) < LEAST_BATCH else centre_of(answers)


def centre_of(answers: Sequence[LogShares]) -> LogShares:
    """Return the mean of each option's log shares, the same in whatever order the answers come."""
    return tuple(fsum(shares) / len(answers) for shares in zip(*answers, strict=True))


def calibrate(shares: LogShares, centre: LogShares) -> LogShares:
    """Return the log shares of an answer less those of `centre`, again adding up to 1."""
    return log_shares([one - its for one, its in zip(shares, centre, strict=True)])


def entropy_bits(shares: LogShares) -> float:
    """Return how undecided a choice with these log shares is, in bits."""
    return max(0.0, -fsum(exp(share) * share for share in shares) / log(2))


def likeliest(shares: LogShares, before: LogShares) -> int:
    """Return the index of the likeliest option; of equals, of the one that was likelier before."""
    return max(range(len(shares)), key=lambda one: (round(shares[one], _DIGITS), before[one]))


def find_bias(answers: Sequence[LogShares]) -> Bias | None:
    """Return how biased answers look; None where they do not, or are too few to say."""
    if len(answers) < LEAST_SUSPECTS:
        return None
    chosen = [likeliest(shares, shares) for shares in answers]
    option = max(range(len(answers[0])), key=chosen.count)
    num_chosen = chosen.count(option)
    centre = centre_of_batch(answers)
    if centre is None or num_chosen <= SUSPECT_SHARE * len(answers):
        return None
    changed = sum(
        likeliest(calibrate(shares, centre), shares) != before
        for shares, before in zip(answers, chosen, strict=True)
    )
    if changed < SUSPECT_CHANGES * len(answers):
        return None
    return Bias(option, len(answers), num_chosen, changed)
