"""What a journal has to know of a run to begin it again."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pp_lang.api.program import Program
from pp_lang.graph import dump_text

if TYPE_CHECKING:
    from pp_lang.journal import RunFacts


def run_facts(
    program: "Program[Any]",
    inputs: Mapping[str, Any],
    file: Path | None = None,
    *,
    model: str | None = None,
    settings: tuple[str, ...] = (),
    seed: int = 0,
    is_exact: bool = False,
    is_invariant: bool = False,
) -> "RunFacts":
    """Return the facts of a run on `inputs`, which are values as JSON has them.

    `file` is where the program is, `settings` are as `--set` takes them.
    """
    from pp_lang.journal import RunFacts

    compilation = program.compilation
    text = compilation.source.text
    return RunFacts(
        file=str(file.resolve()) if file is not None else compilation.source.name,
        program=program.name,
        source_hash=hashlib.sha256(text.encode()).hexdigest(),
        inputs=dict(inputs),
        model=model,
        settings=settings,
        seed=seed,
        is_exact=is_exact,
        is_invariant=is_invariant,
        version=_version(),
        graph=dump_text(compilation.region(program.name)),
    )


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("pp-lang")
    except PackageNotFoundError:
        return ""
