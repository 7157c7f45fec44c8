"""Models as the embedder hands them in: by name, by path, or opened already and shared."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.model_sizes import estimated_bytes
from pp_lang.api.prefix_folder import PrefixFolder
from pp_lang.api.tuned_opening import TuningStore
from pp_lang.closing import Closing
from pp_lang.errors import CancelledRunError, InputError, ModelError

if TYPE_CHECKING:
    from pp_lang.engine import EngineConfig, LanguageModel, ModelInfo
    from pp_lang.model_registry import ModelLocation
    from pp_lang.runtime import ModelRef, OpenedModel

WAIT_S = 0.1
"""How often a run that waits for a model looks whether it is to stop."""


class Model(Closing):
    """An opened model that runs share, one after the other. Close it, or use it in a `with`."""

    def __init__(self, model: "LanguageModel") -> None:
        self._model = model
        self._free = threading.Condition()
        self._is_lent = False
        self._is_closed = False

    @property
    def info(self) -> "ModelInfo":
        """Facts about the model."""
        return self._model.info

    def lend(self, stop: threading.Event) -> "OpenedModel":
        """Give the model to a run once no other run has it.

        Raises `ModelError` when it is closed, `CancelledRunError` when `stop` is set first.
        """
        from pp_lang.runtime import OpenedModel

        with self._free:
            while self._is_lent and not self._is_closed:
                if stop.is_set():
                    raise CancelledRunError("the run was stopped before it got its model")
                self._free.wait(WAIT_S)
            if self._is_closed:
                raise ModelError("the model is closed")
            self._is_lent = True
        return OpenedModel(self._model, self._take_back)

    def close(self) -> None:
        """Free the model once no run has it. Closing twice is allowed."""
        with self._free:
            self._free.wait_for(lambda: not self._is_lent)
            self._is_closed = True
            self._free.notify_all()
            self._model.close()

    def _take_back(self) -> None:
        with self._free:
            self._is_lent = False
            self._free.notify_all()


class LazyModel(Closing):
    """A model for many runs, opened when the first of them asks for it; close it as a `Model`."""

    def __init__(self, open_: Callable[[], Model]) -> None:
        self._open = open_
        self._lock = threading.Lock()
        self._model: Model | None = None

    def lend(self, stop: threading.Event) -> "OpenedModel":
        """Give the model to a run; raises as `Model.lend`, and what opening it raises."""
        with self._lock:
            if self._model is None:
                self._model = self._open()
        return self._model.lend(stop)

    def close(self) -> None:
        """Free the model where it was opened."""
        with self._lock:
            if self._model is not None:
                self._model.close()


def open_model(
    name: str | Path | None = None,
    *,
    config: "EngineConfig | None" = None,
    folder: Path | None = None,
    exact: bool = False,
    batch_invariant: bool = False,
    warm: bool = False,
) -> Model:
    """Open a model for several runs: a known name, a path of a GGUF file, None for the embedded.

    `folder` holds the user's own models. What `pp tune` found is used where `config` sets nothing;
    with `exact` never a converted file. With `batch_invariant` each answer's bytes depend on its
    own request alone. With `warm` prefixes are kept on disk for later runs. Raises `ModelError`.
    """
    from pp_lang.model_registry import find_model

    location = find_model(str(name) if name is not None else None, folder=folder)
    return Model(
        open_language_model(
            location, config, exact=exact, batch_invariant=batch_invariant, warm=warm
        )
    )


class RunModels:
    """Opens the models of one run: the run's own, and those that the program names."""

    def __init__(
        self,
        default: "str | Path | Model | None",
        base: Path | None,
        folder: Path | None,
        config: "EngineConfig | None",
        *,
        exact: bool = False,
        batch_invariant: bool = False,
        warm: bool = False,
    ) -> None:
        self._exact = exact
        self._is_warm = warm
        self._is_invariant = batch_invariant
        self._default = default
        self._base = base
        self._folder = folder
        self._config = config

    def estimate_bytes(self, ref: "ModelRef") -> int:
        """Return about how much memory the model takes; 0 where opening it takes none, or fails."""
        from pp_lang.engine import EngineConfig
        from pp_lang.model_registry import find_model

        name = ref.location
        if name is None:
            if isinstance(self._default, Model):
                return 0
            name = str(self._default) if self._default is not None else None
        try:
            location = find_model(name, self._base, folder=self._folder)
            if location.path is None:
                return 0
            config = ref.config or self._config or EngineConfig()
            choice = TuningStore().choose(location.path, config, exact=self._exact)
            return estimated_bytes(choice.path, choice.config)
        except ModelError:
            return 0  # told when it is opened

    def open(self, ref: "ModelRef", stop: threading.Event) -> "OpenedModel":
        """Return the model that `ref` means. Raises `ModelError`."""
        from pp_lang.model_registry import find_model
        from pp_lang.runtime import OpenedModel

        name = ref.location
        if name is None:
            if isinstance(self._default, Model):
                if self._is_invariant:
                    _verify_invariant(self._default)
                return self._default.lend(stop)
            name = str(self._default) if self._default is not None else None
        location = find_model(name, self._base, folder=self._folder)
        config = ref.config or self._config
        model = open_language_model(
            location,
            config,
            exact=self._exact,
            batch_invariant=self._is_invariant,
            warm=self._is_warm,
        )
        return OpenedModel(model, model.close)


def open_language_model(
    location: "ModelLocation",
    config: "EngineConfig | None",
    *,
    exact: bool = False,
    batch_invariant: bool = False,
    warm: bool = False,
) -> "LanguageModel":
    """Return the model at `location`, opened; the caller closes it. Raises `ModelError`.

    What `pp tune` found is used where `config` sets nothing; with `exact` never a converted file.
    With `batch_invariant` each answer's bytes depend on its own request alone. With `warm` prefixes
    are kept on disk for later runs.
    """
    from pp_lang.engine import (
        EngineConfig,
        count_physical_cores,
        open_fake_model,
        open_local_model,
    )

    config = config or EngineConfig()
    if batch_invariant:
        config = replace(config, batch_invariant=True)
    if location.is_fake:
        return open_fake_model(config=config)
    assert location.path is not None, "the registry raises for a model that is not there"
    choice = TuningStore().choose(location.path, config, exact=exact)
    config = replace(choice.config, threads=choice.config.threads or count_physical_cores())
    folder = PrefixFolder() if warm else None
    store = folder.of_model(choice.path, config) if folder and folder.max_bytes else None
    return open_local_model(choice.path, config, choice.tuned, store)


def _verify_invariant(model: Model) -> None:
    """Refuse a model for a run that asks for more than it was opened for."""
    opening = model.info.opening
    if opening is not None and opening.invariant_width is None:
        raise InputError(
            "the run asks for answers that do not depend on what else runs, and its model was"
            " opened without that",
            hint="Open it with `open_model(..., batch_invariant=True)`.",
        )
