"""How tests ended, as data."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from pp_lang.errors import PPError

if TYPE_CHECKING:
    from pp_lang.evaluation import Value


@dataclass(frozen=True, slots=True)
class FailedExpectation:
    """An expectation that did not hold."""

    text: str
    """As it is written."""
    line: int
    column: int
    values: "tuple[tuple[str, Value], ...]"
    """What the names in it stood for."""
    sides: "tuple[tuple[str, Value], ...]" = ()
    """What the two sides of its comparison gave, as they are written; without sides that are names
    or constants."""
    difference: str | None = None
    """Where two equal-looking lists or records are not the same."""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one test, or one row of its cases, ended."""

    test: str
    row: int | None
    """Counted from 0; None for a test without cases."""
    failures: tuple[FailedExpectation, ...]
    soft_failures: tuple[FailedExpectation, ...]
    """These do not make the test fail."""
    error: PPError | None
    """What ended the run before its expectations could be looked at, or why it does not count."""
    seconds: float
    answers: Mapping[str, int] = field(default_factory=dict)
    """How many answers the run heard, by the model that gave them."""
    line: int = 0
    """Where the test begins, counted from 1."""

    @property
    def name(self) -> str:
        """The test's name, with the row if it has cases."""
        return self.test if self.row is None else f"{self.test}[{self.row}]"

    @property
    def has_passed(self) -> bool:
        """Whether all hard expectations held."""
        return self.error is None and not self.failures


@dataclass(frozen=True, slots=True)
class TestReport:
    """How the tests of a file ended, in the order of the file."""

    __test__: ClassVar[bool] = False  # no test class, whatever pytest thinks of its name

    file: str
    results: tuple[CaseResult, ...]
    seconds: float

    @property
    def answers(self) -> Counter[str]:
        """How many answers the tests heard, by the model that gave them."""
        total: Counter[str] = Counter()
        for one in self.results:
            total.update(one.answers)
        return total

    @property
    def has_passed(self) -> bool:
        """Whether every test passed."""
        return all(one.has_passed for one in self.results)
