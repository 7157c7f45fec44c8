"""What the tests of a file heard from a model, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pp_lang.engine import RecordedRun


@dataclass(frozen=True, slots=True)
class CaseKey:
    """A test, or one row of its cases."""

    test: str
    row: int | None = None

    @property
    def name(self) -> str:
        """The test's name, with the row if it has cases."""
        return self.test if self.row is None else f"{self.test}[{self.row}]"

    @property
    def sort_key(self) -> tuple[str, int]:
        """Fixes the order in a recording."""
        return self.test, -1 if self.row is None else self.row


@dataclass(frozen=True, slots=True)
class KeptRun:
    """What one test heard, and from whom."""

    model: str
    """Names the model and the content of its file."""
    run: "RecordedRun"


@dataclass(frozen=True, slots=True)
class Recording:
    """The recorded answers of the tests of a file."""

    cases: Mapping[CaseKey, KeptRun]

    def places(self) -> tuple[tuple[CaseKey, str], ...]:
        """Return where there is an answer, in order."""
        keys = sorted(self.cases, key=lambda key: key.sort_key)
        return tuple((key, one.place) for key in keys for one in self.cases[key].run.answers)
