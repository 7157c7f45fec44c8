"""Coverage-guided fuzzing of the front half with atheris; see the README of this folder."""

import os
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pp_lang"]):
    from tests.fuzz.mutate import mutate
    from tests.support.laws import verify_text

CORPUS = Path(__file__).parent / "corpus"
MOST_BYTES = 2000


def run_one(data: bytes) -> None:
    """Give one input to the front half."""
    verify_text(data.decode("utf-8", "replace"))


def change_one(data: bytes, most_bytes: int, seed: int) -> bytes:
    """Return another input made from one; libFuzzer's own changes are one in four."""
    if seed % 4 == 0 or not data:
        changed: bytes = atheris.Mutate(data, most_bytes)
        return changed
    text = data.decode("utf-8", "replace")
    return mutate(text, _OTHERS[seed // 4 % len(_OTHERS)], seed).encode()[:most_bytes]


def main() -> None:
    """Fuzz until told to stop; options are those of libFuzzer.

    Needs the folder for new inputs: they do not belong into the corpus unseen.
    """
    if all(one.startswith("-") for one in sys.argv[1:]):
        sys.exit(
            "usage: python -m tests.fuzz.harness [-max_total_time=600 ...] NEW_INPUTS [FOLDERS]"
        )
    limits = [f"-max_len={MOST_BYTES}", "-timeout=20", "-rss_limit_mb=2048"]
    options = [*limits, *sys.argv[1:]]
    atheris.Setup([_COMMAND, *options], run_one, custom_mutator=change_one)
    atheris.Fuzz()


_COMMAND = f"{sys.executable} -m tests.fuzz.harness"
"""libFuzzer starts itself again to merge corpora."""

_OTHERS = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.pp"))] or [""]

if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
