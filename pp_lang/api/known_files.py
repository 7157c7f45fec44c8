"""Remembers the content of model files, so that none is read whole twice."""

import contextlib
import hashlib
from pathlib import Path

from pp_lang.api.model_file import ModelFileId, identify, is_untouched
from pp_lang.api.replacing import replace_file
from pp_lang.errors import InputError


class KnownFiles:
    """Identities of files, in a folder that need not exist."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, path: Path) -> ModelFileId | None:
        """Return the identity of `path` if it is known and the file was not touched since."""
        from pydantic import TypeAdapter, ValidationError

        try:
            found = TypeAdapter(ModelFileId).validate_json(self._note(path).read_bytes())
            return found if is_untouched(found, path) else None
        except (OSError, ValidationError):
            return None

    def identify(self, path: Path) -> ModelFileId:
        """Return the identity of `path`, which is read whole where it is not known.

        Raises `ModelError`.
        """
        from pydantic import TypeAdapter

        found = self.find(path)
        if found is None:
            found = identify(path)
            note = self._note(path)
            with contextlib.suppress(OSError, InputError):  # then it is read whole again next time
                note.parent.mkdir(parents=True, exist_ok=True)
                replace_file(note, TypeAdapter(ModelFileId).dump_json(found))
        return found

    def _note(self, path: Path) -> Path:
        name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
        return self._folder / f"{name}.json"
