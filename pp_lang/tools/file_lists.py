"""The program files of a folder: the one way of walking through folders."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pp_lang.api import list_modules

SUFFIX = ".pp"
MOST_OFFERED = 500
_DEEPEST_OFFERED = 4


def program_files(folder: Path, deepest: int | None = None) -> Iterator[Path]:
    """Yield the `.pp` files of a folder and those below it in order, hidden folders left out.

    `deepest` is how many folders below the first are looked into; None for all.
    """
    for place, folders, files in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        if deepest is not None and depth >= deepest:
            folders.clear()
        names = sorted(one for one in files if one.endswith(SUFFIX) and not one.startswith("."))
        yield from (Path(place, name) for name in names)


def importable_files(importer: Path) -> list[str]:
    """Return the paths of the files that `importer` can import, as it would write them.

    Those in its folder and a few levels below, at most `MOST_OFFERED`.
    """
    found = program_files(importer.parent, _DEEPEST_OFFERED)
    others = (one for one in found if one != importer)
    paths = (one.relative_to(importer.parent).as_posix() for one in others)
    return list(islice(paths, MOST_OFFERED))


def importable_modules(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return what can follow `names` in an import: packages first, then modules within them."""
    return list_modules(names)
