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
    from pp_lang.api.stored_tuning import TUNING_VERSION, StoredTuning
    from pp_lang.engine import LOSS_TEXT, Tuner

    bench = bench or local_bench()
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
    other_load = load.share()
    verify_quiet(other_load, accepts_busy=accepts_busy)
    stored = StoredTuning(
        version=TUNING_VERSION,
        id=_name(tuning.chosen),
        model=model,
        machine=machine,
        gpu_layers=base.gpu_layers,
        measured_on=today(),
        other_load=other_load,
        tuning=tuning,
    )
    store.tunings.put(stored)
    return stored


def thread_counts(machine: "Machine") -> tuple[int, ...]:
    """Return the numbers of threads worth trying on a machine, the usual one first."""
    usual = machine.physical_cores
    return tuple(dict.fromkeys((usual, max(1, usual // 2), machine.logical_cores)))


def today() -> str:
    """Return the day."""
    return datetime.now(UTC).date().isoformat()


def _name(chosen: "Chosen") -> str:
    text = json.dumps(asdict(chosen), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]
