"""Stored facts about models on machines: a JSON file each, found by the model's content."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from pp_lang.api.machine import Machine
from pp_lang.api.model_file import ModelFileId, identify, is_untouched
from pp_lang.api.replacing import replace_file
from pp_lang.errors import InputError


class Stored(Protocol):
    """A fact that can be stored: a dataclass."""

    @property
    def version(self) -> int:
        """The form in which it is stored."""
        ...

    @property
    def model(self) -> ModelFileId:
        """The model that it is about."""
        ...

    @property
    def machine(self) -> Machine:
        """The machine that it holds on."""
        ...

    @property
    def gpu_layers(self) -> int:
        """The layers that were on the GPU."""
        ...


S = TypeVar("S", bound=Stored)


class Shelf(Generic[S]):
    """All facts of one kind, in a folder that need not exist."""

    def __init__(
        self, folder: Path, kind: type[S], version: int, machine: Callable[[], Machine]
    ) -> None:
        """Files of another `version` are left alone. `machine` is asked only when it matters."""
        self._folder = folder
        self._kind = kind
        self._version = version
        self._machine = machine

    def find(self, path: Path, gpu_layers: int = 0) -> S | None:
        """Return what is stored of the model at `path` on this machine; None where nothing is.

        The file is read whole only where a stored one has its size and was elsewhere or older.
        """
        try:
            size = path.stat().st_size
        except OSError:
            return None
        for file, fact in self._facts():
            if fact.model.size_bytes == size and fact.gpu_layers == gpu_layers:
                known = self._recognise(file, fact, path)
                if known is not None and known.machine == self._machine():
                    return known
        return None

    def put(self, fact: S) -> None:
        """Store a fact in place of what was stored of the same model, machine and layers.

        Raises `InputError` where that is not possible.
        """
        name = f"{fact.model.sha256[:16]}-{fact.machine.key}-{fact.gpu_layers}.json"
        self._write(self._folder / name, fact)

    def remove(self, path: Path) -> list[S]:
        """Forget all that is stored of the model at `path`, on whatever machine, and return it.

        Raises `ModelError` where the model cannot be read.
        """
        sha256 = identify(path).sha256
        found = [(file, fact) for file, fact in self._facts() if fact.model.sha256 == sha256]
        for file, _ in found:
            file.unlink(missing_ok=True)
        return [fact for _, fact in found]

    def _facts(self) -> Iterator[tuple[Path, S]]:
        """Yield what can be read; a file that is damaged is as good as none."""
        from pydantic import TypeAdapter, ValidationError

        files = sorted(self._folder.glob("*.json"))
        adapter = TypeAdapter(self._kind) if files else None
        for file in files:
            assert adapter is not None
            try:
                fact = adapter.validate_json(file.read_bytes())
            except (OSError, ValidationError):
                continue
            if fact.version == self._version:
                yield file, fact

    def _recognise(self, file: Path, fact: S, path: Path) -> S | None:
        """Return the fact where it is about the content of `path`, which is then noted in it."""
        if is_untouched(fact.model, path):
            return fact
        found = identify(path)
        if found.sha256 != fact.model.sha256:
            return None
        moved = _with_model(fact, found)
        with contextlib.suppress(InputError):  # a folder that cannot be written is no harm here
            self._write(file, moved)
        return moved

    def _write(self, file: Path, fact: S) -> None:
        from pydantic import TypeAdapter

        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{file.parent}: cannot be made: {error.strerror or error}") from error
        text = TypeAdapter(self._kind).dump_json(fact, indent=1)
        replace_file(file, text + b"\n")


def _with_model(fact: S, model: ModelFileId) -> S:
    return replace(fact, model=model)  # type: ignore[type-var]  # facts are dataclasses
