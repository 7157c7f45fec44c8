"""Where pp keeps what it can make again."""

import os
import sys
from pathlib import Path


def default_cache_folder() -> Path:
    """Return the platform's folder for such data of this user; it need not exist."""
    try:
        home = Path.home()
    except RuntimeError:  # no home is known to the system
        home = Path()
    match sys.platform:
        case "win32":
            caches = home / "AppData" / "Local"
        case "darwin":
            caches = home / "Library" / "Caches"
        case _:
            caches = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return caches / "pp"
