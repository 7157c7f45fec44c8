"""What was measured of a model on a machine, and what is chosen from it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

from pp_lang.engine.config import DEFAULT_WIDTH, CacheType, EngineConfig
from pp_lang.engine.step_costs import StepCosts

READ_TOKENS, WRITTEN_TOKENS = 1000, 512
"""The work by which settings are compared: a shared text with sixteen questions, and 32 tokens of
answer to each."""

WORTH = 0.97
"""What comes this close to the best counts as good: below it, measuring says nothing."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings under which something was measured."""

    threads: int
    batch_tokens: int
    flash_attention: bool | None
    """None: llama.cpp's own choice."""
    cache_type: CacheType = "f16"


@dataclass(frozen=True, slots=True)
class Trial:
    """One measurement."""

    setup: Setup
    width: int
    """Answers side by side; 0 where a prompt was read."""
    depth: int
    """Tokens that stood before: the shared text that all answers look back on."""
    tokens_per_s: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """The settings that served best."""

    threads: int
    batch_tokens: int
    flash_attention: bool | None
    max_width: int
    invariant_width: int | None = None
    """Answers side by side that do not change each other's bits; None: not measured."""
    step_costs: StepCosts | None = None
    """What steps cost by their rows, beside a step of one row; None: not measured well enough."""

    def config(self) -> EngineConfig:
        """Return them as settings of a model."""
        return EngineConfig(
            threads=self.threads,
            batch_tokens=self.batch_tokens,
            flash_attention=self.flash_attention,
            max_width=self.max_width,
            invariant_width=self.invariant_width,
            step_costs=self.step_costs,
        )

    def is_measured_for(self, config: EngineConfig) -> bool:
        """Return whether a model opened with `config` computes as it did when it was measured."""
        return (
            config.threads == self.threads
            and config.batch_rows == self.batch_tokens
            and config.flash_attention == self.flash_attention
            and config.cache_type in (None, "f16")
        )


@dataclass(frozen=True, slots=True)
class Tuning:
    """The outcome of tuning a model."""

    chosen: Chosen
    trials: tuple[Trial, ...]
    skipped: tuple[str, ...]
    """What the time did not suffice for, and so keeps its default."""


def work_seconds(read_rate: float, write_rate: float) -> float:
    """Return how long the work of comparison takes at these tokens a second."""
    return READ_TOKENS / read_rate + WRITTEN_TOKENS / write_rate


def choose_setup(seconds: dict[Setup, float], usual: Setup) -> Setup:
    """Return the fastest setup, by the seconds of the work; `usual` unless it is clearly slower."""
    best = min(seconds, key=lambda setup: seconds[setup])
    if usual in seconds and seconds[best] > WORTH * seconds[usual]:
        return usual
    return best


def choose_batch_tokens(rates: dict[int, float], usual: int) -> int:
    """Return the size of batches that reads fastest; the smallest of those that are as good.

    Small batches let answers go on sooner while prompts are read.
    """
    if not rates:
        return usual
    best = max(rates.values())
    return min(size for size, rate in rates.items() if rate >= WORTH * best)


def choose_width(trials: Iterable[Trial]) -> int:
    """Return how many answers side by side write the most tokens a second; the fewest of those
    that are as good.

    Depths count alike. A width that is slower than one answer after the other at any depth is never
    chosen. Without trials the default stays.
    """
    complete = _measured_alike(_rates_by_width(trials))
    if not complete:
        return DEFAULT_WIDTH
    alone = complete.get(1, {})
    scores = {
        width: prod(by_depth.values()) ** (1 / len(by_depth))
        for width, by_depth in complete.items()
        if all(rate >= alone.get(depth, 0.0) for depth, rate in by_depth.items())
    }
    best = max(scores.values())
    return min(width for width, score in scores.items() if score >= WORTH * best)


def compare_steps(trials: Iterable[Trial]) -> StepCosts | None:
    """Return what steps cost by their rows, beside a step of one row; depths count alike. None
    where one row or all others were not measured."""
    complete = _measured_alike(_rates_by_width(trials))
    seconds = {
        width: prod(width / rate for rate in by_depth.values()) ** (1 / len(by_depth))
        for width, by_depth in sorted(complete.items())
    }
    if 1 not in seconds or len(seconds) == 1:
        return None
    return StepCosts(tuple((width, round(one / seconds[1], 2)) for width, one in seconds.items()))


def _rates_by_width(trials: Iterable[Trial]) -> dict[int, dict[int, float]]:
    """Return the best rate of each width at each depth."""
    rates: dict[int, dict[int, float]] = {}
    for trial in trials:
        if trial.width:
            known = rates.setdefault(trial.width, {})
            known[trial.depth] = max(trial.tokens_per_s, known.get(trial.depth, 0.0))
    return rates


def _measured_alike(rates: dict[int, dict[int, float]]) -> dict[int, dict[int, float]]:
    """Return the rates at those depths at which the default width was measured, for the widths
    that have them all; nothing where the default was never measured."""
    depths = rates.get(DEFAULT_WIDTH, {})
    return {
        width: {depth: by_depth[depth] for depth in depths}
        for width, by_depth in rates.items()
        if depths and depths.keys() <= by_depth.keys()
    }
