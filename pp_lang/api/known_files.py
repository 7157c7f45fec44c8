"""The content of model files, read once: a file that has not changed since is known again."""

import contextlib
import json
from dataclasses import asdict
from pathlib import Path

from pp_lang.api.model_file import ModelFileId, identify, is_untouched
from pp_lang.api.replace_file import replace_file
from pp_lang.errors import InputError
from pp_lang.user_folders import cache_folder

_HASH_CHARS = 16
_MOST_FILES = 200


def content_of(path: Path) -> str:
    """Return what tells the content of a model file. Raises `ModelError`."""
    store = cache_folder() / "model-files.json"
    known = _read(store)
    place = str(path.resolve())
    one = known.get(place)
    if one is None or not is_untouched(one, path):
        one = identify(path)
        kept = dict(list(known.items())[-_MOST_FILES:])
        _write(store, {**kept, place: one})
    return one.sha256[:_HASH_CHARS]


def _read(store: Path) -> dict[str, ModelFileId]:
    """Return what is stored; what cannot be read is as good as nothing."""
    try:
        found = json.loads(store.read_bytes())
        return {one["path"]: ModelFileId(**one) for one in found}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _write(store: Path, known: dict[str, ModelFileId]) -> None:
    text = json.dumps([asdict(one) for one in known.values()], indent=1)
    with contextlib.suppress(OSError, InputError):  # it is read again next time
        store.parent.mkdir(parents=True, exist_ok=True)
        replace_file(store, text.encode())
