"""`pp tune`: what serves a model best on this machine, measured, shown and kept."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from pp_lang.api import ConversionOptions, ModelConverter, TuningStore, tune_model
from pp_lang.cli.console import ExitCode, note, out
from pp_lang.cli.models import find_named_model
from pp_lang.cli.show_tuning import conversion_text, trial_text, tuning_text
from pp_lang.engine import TRIED_LAYOUTS, EngineConfig, Trial
from pp_lang.errors import InputError


@dataclass(frozen=True, slots=True)
class TuneCommand:
    """The command line of `pp tune` where it measures."""

    model: str | None
    seconds: float
    is_conversion: bool
    max_loss: float
    layouts: tuple[str, ...]
    gpu_layers: int
    accepts_busy: bool
    as_json: bool


def tune_command(command: TuneCommand) -> int:
    """Measure a model, keep what serves it best, and show it."""
    path = _find_file(command.model)
    store = TuningStore()
    base = EngineConfig(gpu_layers=command.gpu_layers)
    if command.is_conversion:
        options = ConversionOptions(
            command.layouts or TRIED_LAYOUTS,
            command.max_loss,
            command.seconds,
            command.accepts_busy,
        )
        ModelConverter(store, options, on_step=note).convert(path, base)
    # What later runs will read is what must be fast.
    _tune(store.choose(path, base, exact=False).path, store, base, command)
    return show_command(command.model, command.gpu_layers, as_json=command.as_json)


def show_command(name: str | None, gpu_layers: int, *, as_json: bool) -> int:
    """Show what is stored of a model on this machine; exit 1 where nothing is."""
    path = _find_file(name)
    store = TuningStore()
    conversion = store.conversions.find(path, gpu_layers)
    used = store.choose(path, EngineConfig(gpu_layers=gpu_layers), exact=False).path
    tuning = store.tunings.find(used, gpu_layers)
    if as_json:
        found = {"tuning": tuning, "conversion": conversion}
        shown = {key: asdict(one) if one else None for key, one in found.items()}
        out(json.dumps(shown, indent=2))
    else:
        texts = [conversion_text(conversion)] if conversion else []
        texts += [tuning_text(tuning, used.name)] if tuning else []
        out("\n\n".join(texts) or f"{path.name} is not tuned for this machine: pp tune")
    return ExitCode.OK if tuning or conversion else ExitCode.RUN_FAILED


def forget_command(name: str | None) -> int:
    """Forget what is stored of a model, and delete its converted copies."""
    path = _find_file(name)
    store = TuningStore()
    num = len(store.tunings.remove(path))
    for conversion in store.conversions.remove(path):
        num += 1
        if conversion.chosen is not None:
            copy = Path(conversion.chosen.file.path)
            if copy.exists():
                store.tunings.remove(copy)
                copy.unlink()
    out(f"{path.name}: {'forgotten' if num else 'nothing was stored'}")
    return ExitCode.OK


def _tune(path: Path, store: TuningStore, base: EngineConfig, command: TuneCommand) -> None:
    note(f"measuring {path.name} for about {command.seconds:.0f} s")

    def on_trial(trial: Trial) -> None:
        note(f"  {trial_text(trial)}")

    tune_model(
        path,
        store,
        base,
        seconds=command.seconds,
        accepts_busy=command.accepts_busy,
        on_trial=on_trial,
    )


def _find_file(name: str | None) -> Path:
    location = find_named_model(name)
    if location.path is None:
        raise InputError(
            f"`{location.name}` only pretends, so there is nothing to tune",
            hint="`pp model list` shows the others.",
        )
    return location.path
