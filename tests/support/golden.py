"""Files that hold what is expected, and the comparison with what was got."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Golden:
    """Compares with golden files, or rewrites them where `--update-golden` was given."""

    is_update: bool

    def check(self, path: Path, got: str) -> None:
        """Compare `got` with the file at `path`."""
        if self.is_update:
            path.write_text(got, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path.name} is missing: run pytest with --update-golden"
        assert got == path.read_text(encoding="utf-8")
