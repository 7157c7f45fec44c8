"""The models of a run that is kept."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.known_files import content_of

if TYPE_CHECKING:
    from pp_lang.engine import ModelInfo
    from pp_lang.journal import Journal
    from pp_lang.runtime import ModelOpener, ModelRef, OpenedModel


class JournaledModels:
    """Opens models whose answers a journal keeps and gives back."""

    def __init__(self, opener: "ModelOpener", journal: "Journal") -> None:
        from pp_lang.journal import Replay

        self._opener = opener
        self._replay = Replay(journal)
        self._num_opened = 0

    def open(self, ref: "ModelRef", stop: threading.Event) -> "OpenedModel":
        """Return the model that `ref` means. Raises `ModelError`."""
        from pp_lang.journal import JournaledModel
        from pp_lang.runtime import OpenedModel

        opened = self._opener.open(ref, stop)
        self._num_opened += 1
        content = _content(opened.model.info)
        model = JournaledModel(opened.model, content, self._num_opened, self._replay)
        return OpenedModel(model, opened.give_back)


def _content(info: "ModelInfo") -> str:
    """Return what tells the answers of this model from those of others."""
    return info.name if info.path is None else content_of(Path(info.path))
