"""The models of a run that is kept."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from pp_lang.api.prefix_folder import PrefixFolder
from pp_lang.errors import ModelError

if TYPE_CHECKING:
    from pp_lang.engine import ModelInfo
    from pp_lang.journal import Journal
    from pp_lang.runtime import ModelOpener, ModelRef, OpenedModel

_HASH_CHARS = 16


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
        try:
            content = _content(opened.model.info)
        except ModelError:
            opened.give_back()
            raise
        model = JournaledModel(opened.model, content, self._num_opened, self._replay)

        def give_back() -> None:
            self._replay.models.remove(model)
            opened.give_back()

        return OpenedModel(model, give_back)


def _content(info: "ModelInfo") -> str:
    """Return what tells the answers of this model from those of others.

    How it is opened counts only where its answers are promised to depend on nothing else.
    """
    if info.path is None:
        return info.name
    file = PrefixFolder().files.identify(Path(info.path))
    is_alone = info.opening is not None and info.opening.invariant_width is not None
    return file.sha256[:_HASH_CHARS] + ("-invariant" if is_alone else "")
