"""Finds the layout of a model that works fastest on this machine within a loss, and keeps a copy
in it."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.bench import Bench, local_bench, verify_quiet
from pp_lang.api.model_file import identify
from pp_lang.api.tuned_opening import TuningStore
from pp_lang.api.tuning import today
from pp_lang.errors import InputError, ModelError

if TYPE_CHECKING:
    from pp_lang.api.stored_tuning import Conversion, StoredConversion
    from pp_lang.engine import Backend, EngineConfig, LayoutTrial, Outlook

MOST_CACHED_BYTES = 32 * 10**9
"""Converted files kept in all; the oldest go first."""

_ROUNDS = 2
"""How often layouts are measured in turn, so that a busy moment does not hit one of them alone."""
_SHARE = 1 / 30
"""Of the time given, what one measurement of writing may take."""


@dataclass(frozen=True, slots=True)
class ConversionOptions:
    """What is asked of a conversion."""

    layouts: tuple[str, ...]
    max_loss: float
    """Nats a token, at most."""
    seconds: float
    accepts_busy: bool = False
    """Whether to keep what is found while others use much of the machine."""


class ModelConverter:
    """Converts models one by one."""

    def __init__(
        self,
        store: TuningStore,
        options: ConversionOptions,
        *,
        on_step: Callable[[str], None] = lambda _: None,
        bench: Bench | None = None,
    ) -> None:
        self._store = store
        self._options = options
        self._tell = on_step
        self._bench = bench or local_bench()

    def convert(self, path: Path, base: "EngineConfig") -> "StoredConversion":
        """Return what was found, stored; the copy that serves best stays, the others go.

        Raises `ModelError`, also where others kept the machine busy, and `InputError` where there
        is no room or nothing can be stored.
        """
        from pp_lang.api.stored_tuning import CONVERSION_VERSION, StoredConversion

        model = identify(path)
        config = self._store.choose(path, base, exact=True).config
        folder = self._store.layouts_folder / model.sha256[:16]
        load = self._bench.start_load()
        with _workshop(self._store.layouts_folder, model.size_bytes, self._options) as workshop:
            copies = self._make(path, Path(workshop), config)
            trials = self._measure(path, copies, config)
            other_load = load.share()
            verify_quiet(other_load, accepts_busy=self._options.accepts_busy)
            chosen = self._keep(trials, copies, folder / path.stem)
        stored = StoredConversion(
            version=CONVERSION_VERSION,
            model=model,
            machine=self._store.machine(),
            gpu_layers=base.gpu_layers,
            measured_on=today(),
            other_load=other_load,
            max_loss=self._options.max_loss,
            trials=trials,
            chosen=chosen,
        )
        self._store.conversions.put(stored)
        make_room(self._store.layouts_folder, MOST_CACHED_BYTES, keep=folder)
        return stored

    def _make(self, path: Path, workshop: Path, config: "EngineConfig") -> dict[str, Path]:
        """Return a copy in each layout that can be made."""
        copies: dict[str, Path] = {}
        for layout in self._options.layouts:
            target = workshop / f"{layout}.gguf"
            self._tell(f"converting to {layout}")
            try:
                self._bench.convert(path, target, layout, config.threads or 0)
            except ModelError as error:
                self._tell(error.message)
            else:
                copies[layout] = target
        return copies

    def _measure(
        self, path: Path, copies: dict[str, Path], config: "EngineConfig"
    ) -> "tuple[LayoutTrial, ...]":
        from pp_lang.engine import AS_IT_IS

        files = {AS_IT_IS: path, **copies}
        outlook = self._read_outlook(path)
        losses = {name: self._loss(outlook, file) for name, file in copies.items()}
        best: dict[str, LayoutTrial] = {}
        for _ in range(_ROUNDS):
            for name, file in files.items():
                self._tell(f"measuring {name}")
                trial = self._rates(name, file, config, losses.get(name, 0.0))
                known = best.get(name, trial)
                best[name] = replace(
                    trial,
                    read_rate=max(trial.read_rate, known.read_rate),
                    write_rate=max(trial.write_rate, known.write_rate),
                )
        return tuple(best.values())

    def _read_outlook(self, path: Path) -> "Outlook":
        from pp_lang.engine import EngineConfig, read_outlook

        with closing(self._bench.open_lab(path, EngineConfig(cells=1024))) as lab:
            return read_outlook(lab, _loss_tokens(lab))

    def _loss(self, outlook: "Outlook", path: Path) -> float:
        from pp_lang.engine import EngineConfig, measure_loss

        with closing(self._bench.open_lab(path, EngineConfig(cells=1024))) as lab:
            return measure_loss(outlook, lab, _loss_tokens(lab))

    def _rates(self, name: str, path: Path, config: "EngineConfig", loss: float) -> "LayoutTrial":
        from pp_lang.engine import LayoutTrial, Meter, fitting_tokens

        slice_s = _SHARE * self._options.seconds
        with closing(self._bench.open_lab(path, replace(config, cells=4096))) as lab:
            meter = Meter(lab, _loss_tokens(lab), self._bench.clock)
            num_tokens = fitting_tokens(meter, 2 * slice_s)
            read = meter.read_rate(num_tokens, config.batch_rows)
            write = meter.write_rate(config.width, num_tokens // 2, config.batch_rows, slice_s)
        return LayoutTrial(name, read, write, loss, path.stat().st_size)

    def _keep(
        self, trials: "Sequence[LayoutTrial]", copies: dict[str, Path], target: Path
    ) -> "Conversion | None":
        """Put the copy that serves best into its place."""
        from pp_lang.api.stored_tuning import Conversion
        from pp_lang.engine import AS_IT_IS, choose_layout

        layout = choose_layout(trials, self._options.max_loss)
        if layout == AS_IT_IS:
            return None
        loss = next(one.loss for one in trials if one.layout == layout)
        place = target.with_name(f"{target.name}.{layout}.gguf")
        place.parent.mkdir(parents=True, exist_ok=True)
        copies[layout].replace(place)
        return Conversion(layout, loss, identify(place))


def make_room(folder: Path, most_bytes: int, *, keep: Path) -> None:
    """Delete the oldest converted files until the rest takes `most_bytes` at most; those below
    `keep` stay."""
    files = sorted(folder.glob("*/*.gguf"), key=lambda file: file.stat().st_mtime)
    too_many = sum(file.stat().st_size for file in files) - most_bytes
    for file in files:
        if too_many <= 0:
            return
        if file.parent != keep:
            too_many -= file.stat().st_size
            file.unlink()


def _workshop(
    folder: Path, size_bytes: int, options: ConversionOptions
) -> "tempfile.TemporaryDirectory[str]":
    """Return a folder for copies that are being made, on the disk where the chosen one will be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        needed = 2 * size_bytes * len(options.layouts)
        if shutil.disk_usage(folder).free < needed:
            raise InputError(
                f"{folder}: trying {len(options.layouts)} layouts may need {needed / 1e9:.1f} GB",
                hint="Name one with --layout, or free some space.",
            )
        return tempfile.TemporaryDirectory(dir=folder, prefix=".making-")
    except OSError as error:
        raise InputError(f"{folder}: cannot be used: {error.strerror or error}") from error


def _loss_tokens(lab: "Backend") -> tuple[int, ...]:
    from pp_lang.engine import LOSS_TEXT

    begin = () if lab.special.bos is None else (lab.special.bos,)
    return (*begin, *lab.tokenize(LOSS_TEXT, special=False, is_first=True))
