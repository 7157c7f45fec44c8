"""Where the answers come from that a test does not script."""

import shlex
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pp_lang.api.model_file import identify
from pp_lang.api.recording import CaseKey, KeptRun, Recording
from pp_lang.api.scripting import pretend_info
from pp_lang.compiler import program_of_test
from pp_lang.errors import GenerationError, PPError

if TYPE_CHECKING:
    from pp_lang.engine import ModelInfo, RecordedModel, RecordingModel
    from pp_lang.runtime import OpenedModel

OpenModel = Callable[[threading.Event], "OpenedModel"]
"""Opens or lends a model; gives up waiting for it when the event is set."""

_HASH_CHARS = 16


class CaseAnswers(Protocol):
    """Answers for one test, or one row of its cases."""

    def open(self, stop: threading.Event) -> "OpenedModel":
        """Return the model that answers. Raises `ModelError`."""
        ...

    def find_refusal(self) -> PPError | None:
        """Return why a run that heard these answers does not count; None where it does."""
        ...


class AnswerSource(Protocol):
    """Answers for the tests of a file."""

    @property
    def is_shared(self) -> bool:
        """Whether all tests ask one model, so that they take turns."""
        ...

    def of_case(self, key: CaseKey) -> CaseAnswers:
        """Return what answers a test; asked once for each run of one."""
        ...


class ModelAnswers:
    """What a model answers: each test opens its own, or all share one."""

    def __init__(self, open_: OpenModel, *, is_shared: bool) -> None:
        self.open = open_
        self.is_shared = is_shared

    def of_case(self, key: CaseKey) -> CaseAnswers:
        """Return the model, for whatever test."""
        return self

    def find_refusal(self) -> PPError | None:
        """Return None: whatever a model says counts."""
        return None


class RecordedAnswers:
    """What a recording holds, and nothing else."""

    is_shared = False

    def __init__(self, recording: Recording, command: str) -> None:
        """`command` is what records the file's answers anew, for whoever needs them."""
        self._recording = recording
        self._command = command

    def of_case(self, key: CaseKey) -> CaseAnswers:
        """Return what is recorded for a test, which may be nothing."""
        command = f"{self._command} -k {shlex.quote(key.test)}"
        return _Replay(key, self._recording.cases.get(key), command)


class _Replay:
    """The recorded answers of one test."""

    def __init__(self, key: CaseKey, kept: KeptRun | None, command: str) -> None:
        self._root = _root(key)
        self._kept = kept
        self._command = command
        self._model: RecordedModel | None = None

    def open(self, stop: threading.Event) -> "OpenedModel":
        from pp_lang.engine import RecordedModel, RecordedRun
        from pp_lang.runtime import OpenedModel

        run = self._kept.run if self._kept else RecordedRun(pretend_info("recorded"), ())
        self._model = RecordedModel(run, self._root)
        return OpenedModel(self._model, self._model.close)

    def find_refusal(self) -> PPError | None:
        if self._model is None or not self._model.mismatches:
            return None
        first = self._model.mismatches[0]
        said = first.message if self._kept else "nothing is recorded for this test"
        again = "Record it again" if first.changed else "Record it"
        return GenerationError(said, node=first.place, hint=f"{again}: {self._command}")


class RecordingAnswers:
    """What a model answers, kept test by test."""

    is_shared = True

    def __init__(self, open_: OpenModel) -> None:
        self._open = open_
        self._models: dict[CaseKey, RecordingModel] = {}
        self._hashes: dict[str, str] = {}

    def of_case(self, key: CaseKey) -> CaseAnswers:
        """Return the model for a test, whose answers replace those of an earlier run."""
        return _Take(key, self._open, self._models)

    def kept(self) -> dict[CaseKey, KeptRun]:
        """Return what each test heard; tests that asked nothing are left out.

        Raises `ModelError` where the model's file cannot be read any more.
        """
        runs = {key: model.recorded() for key, model in self._models.items()}
        asked = {key: run for key, run in runs.items() if run.answers or run.sizes}
        return {key: KeptRun(self._named(run.model), run) for key, run in asked.items()}

    def _named(self, info: "ModelInfo") -> str:
        """Return the name of the model's file with what tells its content."""
        if info.path is None:
            return info.name
        if info.path not in self._hashes:
            self._hashes[info.path] = identify(Path(info.path)).sha256[:_HASH_CHARS]
        return f"{Path(info.path).stem}@{self._hashes[info.path]}"


class _Take:
    """The model for one test, listened to."""

    def __init__(
        self, key: CaseKey, open_: OpenModel, models: "dict[CaseKey, RecordingModel]"
    ) -> None:
        self._key = key
        self._open = open_
        self._models = models

    def open(self, stop: threading.Event) -> "OpenedModel":
        from pp_lang.engine import RecordingModel
        from pp_lang.runtime import OpenedModel

        opened = self._open(stop)
        model = self._models[self._key] = RecordingModel(opened.model, _root(self._key))
        return OpenedModel(model, opened.give_back)

    def find_refusal(self) -> PPError | None:
        return None


def _root(key: CaseKey) -> str:
    """Return what the places of a test begin with."""
    return f"{program_of_test(key.test)}/"
