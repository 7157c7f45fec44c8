"""What a first run finds out about a model that nobody has tuned: little, quickly, and once."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.bench import BUSY, Bench, local_bench
from pp_lang.api.tuned_opening import TuningStore
from pp_lang.api.tuning import measure_model, name_settings
from pp_lang.errors import InputError

if TYPE_CHECKING:
    from pp_lang.api.stored_tuning import StoredTuning
    from pp_lang.engine import EngineConfig

PROBE_S = 2.0


def probe_model(
    path: Path,
    store: TuningStore,
    config: "EngineConfig",
    *,
    exact: bool = False,
    bench: Bench | None = None,
) -> "StoredTuning | None":
    """Measure for two seconds how many answers side by side serve an untuned model best; store and
    return it.

    None where something is stored already or nothing can be. Where others keep the machine busy the
    usual settings are stored: a later run shall not find others than the first one. Raises
    `ModelError` when the model cannot work.
    """
    choice = store.choose(path, config, exact=exact)
    if choice.tuned is not None and choice.tuned.tuning is not None:
        return None
    bench = bench or local_bench()
    found = measure_model(choice.path, store, config, seconds=PROBE_S, bench=bench)
    if found.other_load is not None and found.other_load > BUSY:
        found = _with_usual_width(found)
    try:
        store.tunings.put(found)
    except InputError:
        return None
    return found


def _with_usual_width(found: "StoredTuning") -> "StoredTuning":
    from pp_lang.engine import DEFAULT_WIDTH

    chosen = replace(found.tuning.chosen, max_width=DEFAULT_WIDTH)
    return replace(found, id=name_settings(chosen), tuning=replace(found.tuning, chosen=chosen))
