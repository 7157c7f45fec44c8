"""Measures a model on this machine and keeps what serves it best."""

import hashlib
import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.bench import Bench, local_bench, verify_quiet
from pp_lang.api.model_file import identify
from pp_lang.api.tuned_opening import TuningStore

if TYPE_CHECKING:
    from pp_lang.api.machine import Machine
    from pp_lang.api.stored_tuning import StoredTuning
    from pp_lang.engine import Chosen, EngineConfig, Trial


def tune_model(
    path: Path,
    store: TuningStore,
    base: "EngineConfig",
    *,
    seconds: float,
    accepts_busy: bool = False,
    on_trial: "Callable[[Trial], None]" = lambda _: None,
    bench: Bench | None = None,
) -> "StoredTuning":
    """Return the settings under which the model at `path` works fastest here, measured for about
    so many seconds and stored.

    `base` says where its layers are. Raises `ModelError`, also where others kept the machine busy,
    and `InputError` where the result cannot be stored.
    """
    measured = measure_model(
        path, store, base, seconds=seconds, on_trial=on_trial, bench=bench or local_bench()
    )
    verify_quiet(measured.other_load, accepts_busy=accepts_busy)
    store.tunings.put(measured)
    return measured


def measure_model(
    path: Path,
    store: TuningStore,
    base: "EngineConfig",
    *,
    seconds: float,
    bench: Bench,
    on_trial: "Callable[[Trial], None]" = lambda _: None,
) -> "StoredTuning":
    """Return what was measured of the model at `path`, not yet stored. Raises `ModelError`."""
    from pp_lang.api.stored_tuning import TUNING_VERSION, StoredTuning
    from pp_lang.engine import LOSS_TEXT, Tuner

    machine = store.machine()
    model = identify(path)
    load = bench.start_load()
    with closing(bench.open_lab(path, base)) as lab:
        tuning = Tuner(
            lab,
            base,
            lab.tokenize(LOSS_TEXT, special=False, is_first=True),
            budget_s=seconds,
            thread_counts=thread_counts(machine),
            clock=bench.clock,
            on_trial=on_trial,
        ).tune()
    return StoredTuning(
        version=TUNING_VERSION,
        id=name_settings(tuning.chosen),
        model=model,
        machine=machine,
        gpu_layers=base.gpu_layers,
        measured_on=today(),
        other_load=load.share(),
        tuning=tuning,
    )


def thread_counts(machine: "Machine") -> tuple[int, ...]:
    """Return the numbers of threads worth trying on a machine, the usual one first."""
    usual = machine.physical_cores
    return tuple(dict.fromkeys((usual, max(1, usual // 2), machine.logical_cores)))


def today() -> str:
    """Return the day."""
    return datetime.now(UTC).date().isoformat()


def name_settings(chosen: "Chosen") -> str:
    """Return a short name of settings, the same wherever they are chosen."""
    text = json.dumps(asdict(chosen), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]
