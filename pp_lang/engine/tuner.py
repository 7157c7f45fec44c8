"""Finds the settings under which a model works fastest on this machine, within a time."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from pp_lang.engine.backend import Backend
from pp_lang.engine.config import DEFAULT_BATCH_TOKENS, DEFAULT_WIDTH, CacheType, EngineConfig
from pp_lang.engine.invariance import find_invariant_width
from pp_lang.engine.meter import (
    MOST_STEPS,
    MOST_TOKENS,
    PROBE_TOKENS,
    WARM_STEPS,
    Meter,
    fitting_tokens,
)
from pp_lang.engine.tuning import (
    Chosen,
    Setup,
    Trial,
    Tuning,
    choose_batch_tokens,
    choose_setup,
    choose_width,
    compare_steps,
    work_seconds,
)
from pp_lang.errors import ModelError

WIDTHS = (16, 1, 4, 32, 8, 64, 2)
"""In the order in which they are measured, should the time end: the default first, then what tells
most."""
BATCHES = (128, 256, 512, 1024, 2048)
QUICK_S = 10.0
"""With less time than this only widths are measured."""

_SLICES = 60
_QUICK_SLICES = 24
"""Of them, what reading may take where only widths are measured: depth matters most to them."""
_ROUNDS = 2
"""How often settings are compared in turn, so that a busy moment does not hit one of them alone."""


class Lab(Backend, Protocol):
    """A backend whose settings can be changed while its weights stay."""

    def reopen(self, config: EngineConfig) -> None:
        """Forget all tokens and go on under `config`. Raises `ModelError` where it cannot be."""
        ...


class Tuner:
    """Measures one model, setting after setting."""

    def __init__(
        self,
        lab: Lab,
        base: EngineConfig,
        words: tuple[int, ...],
        *,
        budget_s: float,
        thread_counts: tuple[int, ...],
        clock: Callable[[], float],
        on_trial: Callable[[Trial], None] = lambda _: None,
    ) -> None:
        """`thread_counts` are those worth trying, the usual one first."""
        self._lab = lab
        self._base = base
        self._words = words
        self._meter = Meter(lab, words, clock)
        self._clock = clock
        self._on_trial = on_trial
        self._thread_counts = thread_counts
        self._end = clock() + budget_s
        self._is_quick = budget_s < QUICK_S
        self._slice_s = budget_s / _SLICES
        self._trials: list[Trial] = []
        self._skipped: list[str] = []
        self._read_tokens = PROBE_TOKENS
        self._opened: Setup | None = None
        self._has_opened = False
        self._setup = Setup(thread_counts[0], DEFAULT_BATCH_TOKENS, flash_attention=None)

    def tune(self) -> Tuning:
        """Measure what the time allows and return the best settings found.

        Raises `ModelError` when the model cannot work at all.
        """
        self._use(self._setup)
        self._read_tokens = fitting_tokens(
            self._meter, (_QUICK_SLICES if self._is_quick else 2) * self._slice_s
        )
        width = DEFAULT_WIDTH
        invariant_width = None
        if not self._is_quick:
            self._compare("threads", [replace(self._setup, threads=n) for n in self._thread_counts])
            self._compare("flash attention", [self._setup, self._with_flash(False)])
        width = self._compare_widths()
        batch_tokens = self._setup.batch_tokens
        if not self._is_quick:
            batch_tokens = self._compare_batches()
            self._look_at_cache_types(width)
            invariant_width = self._find_invariant_width(batch_tokens)
        setup = self._setup
        costs = None  # drafts are judged by them, so a quick look is not enough
        if not self._is_quick:
            costs = compare_steps(one for one in self._trials if one.setup == setup)
        return Tuning(
            Chosen(
                setup.threads, batch_tokens, setup.flash_attention, width, invariant_width, costs
            ),
            tuple(self._trials),
            tuple(self._skipped),
        )

    def _compare(self, what: str, setups: list[Setup]) -> None:
        """Go on with the fastest of `setups`, the first of which is the usual one."""
        seconds: dict[Setup, float] = {}
        for _ in range(_ROUNDS):
            for setup in setups:
                if len(setups) > 1 and self._has_time(what) and self._use(setup):
                    found = self._work_seconds(DEFAULT_WIDTH)
                    seconds[setup] = min(found, seconds.get(setup, found))
        if setups[0] in seconds:
            self._setup = choose_setup(seconds, setups[0])

    def _compare_widths(self) -> int:
        depths = [self._read_tokens // 2]
        if not self._is_quick:
            depths.append(2 * self._read_tokens)
        if self._use(self._setup):
            for depth in depths:
                for width in WIDTHS:
                    if self._has_time("widths"):
                        self._write_rate(width, depth)
        return choose_width(one for one in self._trials if one.setup == self._setup)

    def _compare_batches(self) -> int:
        rates: dict[int, float] = {}
        num_tokens = 2 * self._read_tokens
        usual = self._setup.batch_tokens
        for size in BATCHES:
            setup = replace(self._setup, batch_tokens=size)
            if size <= num_tokens and self._has_time("batch size") and self._use(setup):
                rates[size] = self._read_rate(num_tokens)
        return choose_batch_tokens(rates, usual) if usual in rates else usual

    def _look_at_cache_types(self, width: int) -> None:
        """Measure a smaller cache, for a person to see: it changes answers, so nothing chooses
        it."""
        if self._has_time("cache types"):
            kinds: tuple[CacheType, ...] = ("f16", "q8_0")
            for kind in kinds:
                if self._use(replace(self._with_flash(True), cache_type=kind)):
                    self._work_seconds(width)

    def _find_invariant_width(self, batch_tokens: int) -> int | None:
        """Compare bits under the settings chosen; None where the time is over."""
        what = "batch invariance"
        chosen = replace(self._setup, batch_tokens=batch_tokens)
        if not self._has_time(what) or not self._use(chosen):
            return None
        self._meter.forget()
        return find_invariant_width(self._lab, self._words, min(self._read_tokens, batch_tokens))

    def _with_flash(self, is_on: bool) -> Setup:
        return replace(self._setup, flash_attention=is_on)

    def _work_seconds(self, width: int) -> float:
        """Return how long the work of comparison takes under the setup in use."""
        read = self._read_rate(self._read_tokens)
        return work_seconds(read, self._write_rate(width, self._read_tokens // 2))

    def _read_rate(self, num_tokens: int) -> float:
        assert self._opened is not None
        rate = self._meter.read_rate(num_tokens, self._opened.batch_tokens)
        self._note(0, num_tokens, rate)
        return rate

    def _write_rate(self, width: int, depth: int) -> float:
        assert self._opened is not None
        rate = self._meter.write_rate(width, depth, self._opened.batch_tokens, self._slice_s)
        self._note(width, depth, rate)
        return rate

    def _note(self, width: int, depth: int, rate: float) -> None:
        assert self._opened is not None
        trial = Trial(self._opened, width, depth, rate)
        self._trials.append(trial)
        self._on_trial(trial)

    def _use(self, setup: Setup) -> bool:
        """Open the model under `setup`; False where the library refuses it."""
        if setup == self._opened:
            return True
        most = max(WIDTHS)
        config = replace(
            self._base,
            cells=2 * MOST_TOKENS + most * (MOST_STEPS + WARM_STEPS),
            max_width=most,
            threads=setup.threads,
            batch_tokens=setup.batch_tokens,
            flash_attention=setup.flash_attention,
            cache_type=setup.cache_type,
        )
        try:
            self._lab.reopen(config)
        except ModelError:
            self._opened = None
            if not self._has_opened:
                raise
            return False
        self._opened, self._has_opened = setup, True
        self._meter.forget()
        return True

    def _has_time(self, what: str) -> bool:
        if self._clock() < self._end:
            return True
        if what not in self._skipped:
            self._skipped.append(what)
        return False
