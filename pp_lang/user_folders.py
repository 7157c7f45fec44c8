"""Where pp keeps a user's files on each platform. Finds; makes no folder."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """Return the folder for what pp can make again; it need not exist."""
    return _folder("XDG_CACHE_HOME", windows="AppData/Local", mac="Library/Caches", other=".cache")


def data_folder() -> Path:
    """Return the folder for what a user keeps for pp; it need not exist."""
    return _folder(
        "XDG_DATA_HOME",
        windows="AppData/Local",
        mac="Library/Application Support",
        other=".local/share",
    )


def _folder(variable: str, *, windows: str, mac: str, other: str) -> Path:
    named = Path(os.environ.get(variable, ""))
    if named.is_absolute():  # a relative path would mean another place in every folder
        return named / "pp"
    places = {"win32": windows, "darwin": mac}
    return _home() / places.get(sys.platform, other) / "pp"


def _home() -> Path:
    """Return the user's home; without one a place where no file can be, to be found or written."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)
