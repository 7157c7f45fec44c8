"""The bias of a model towards some options of a closed set: found, and taken out of its answers.

A small model prefers some options whatever it reads. Its log-likelihoods still tell prompts apart:
less what each option gets on the whole, they choose better. Two ways to know that much:

- contextual calibration (Zhao et al. 2021, arXiv 2102.09690): the same prompt without its data;
- batch calibration (Zhou et al. 2023, arXiv 2309.17249): all answers of a map.

For more than two options both papers divide the probability of each option by its mean. Here the
logarithms of the shares are compared option by option, and for a batch by the median instead of the
mean: of two options, half of the answers then fall to each side, and a few answers that the model
is very sure of count no more than others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, inf, log
from statistics import median
from typing import TypeAlias

LogShares: TypeAlias = tuple[float, ...]
"""Logarithms of the probabilities of a closed set's options, which add up to 1."""

LEAST_LOG_SHARE = -700.0
"""What counts for an option that is impossible: its logarithm would be minus infinity."""
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
    """Return what each option gets on the whole: the median of its log shares.

    None where there are too few answers to say.
    """
    if len(answers) < LEAST_BATCH:
        return None
    return tuple(map(median, zip(*answers, strict=True)))


def centre_of_prior(answers: Sequence[LogShares]) -> LogShares:
    """Return what each option gets without any data: the mean of its log shares."""
    return tuple(fsum(shares) / len(answers) for shares in zip(*answers, strict=True))


def calibrate(shares: LogShares, centre: LogShares) -> LogShares:
    """Return the log shares of an answer less those of `centre`, again adding up to 1."""
    return log_shares([one - its for one, its in zip(shares, centre, strict=True)])


def entropy_bits(shares: LogShares) -> float:
    """Return how undecided a choice with these log shares is, in bits."""
    return max(0.0, -fsum(exp(share) * share for share in shares) / log(2))


def likeliest(shares: LogShares) -> int:
    """Return the index of the likeliest option, the first of equals."""
    return shares.index(max(shares))


def find_bias(answers: Sequence[LogShares]) -> Bias | None:
    """Return how biased answers look; None where they do not, or are too few to say."""
    if len(answers) < LEAST_SUSPECTS:
        return None
    chosen = list(map(likeliest, answers))
    option = max(range(len(answers[0])), key=chosen.count)
    num_chosen = chosen.count(option)
    centre = centre_of_batch(answers)
    if centre is None or num_chosen <= SUSPECT_SHARE * len(answers):
        return None
    changed = sum(
        likeliest(calibrate(shares, centre)) != before
        for shares, before in zip(answers, chosen, strict=True)
    )
    if changed < SUSPECT_CHANGES * len(answers):
        return None
    return Bias(option, len(answers), num_chosen, changed)
