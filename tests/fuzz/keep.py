"""Replaces the corpus by the texts of a folder: `python -m tests.fuzz.keep FOLDER`."""

import hashlib
import re
import sys
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
_UNNAMED = re.compile(r"[0-9a-f]{16}")


def keep(folder: Path) -> None:
    """Write the folder's texts to the corpus; what somebody gave a name there stays."""
    for path in CORPUS.glob("*.pp"):
        if _UNNAMED.fullmatch(path.stem):
            path.unlink()
    named = {path.read_bytes() for path in CORPUS.glob("*.pp")}
    for path in folder.iterdir():
        data = path.read_bytes().decode("utf-8", "replace").encode()
        if data not in named:
            name = hashlib.sha256(data).hexdigest()[:16]
            (CORPUS / f"{name}.pp").write_bytes(data)


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
