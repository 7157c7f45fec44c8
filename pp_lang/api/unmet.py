"""The expectations of a test that did not hold, with what shows why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pp_lang.api.difference import find_difference
from pp_lang.api.test_report import FailedExpectation
from pp_lang.compiler import EXPECTED, GIVEN, SIDES, Side, comparison_of, side_name
from pp_lang.semantics import (
    CheckedTest,
    Expectation,
    TypedExpr,
    TypedList,
    TypedLiteral,
    TypedName,
    TypedRecord,
    TypedUnary,
)
from pp_lang.source import SourceFile

if TYPE_CHECKING:
    from pp_lang.evaluation import Value

_LEFT_AND_RIGHT: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Finding:
    """What the program of a test gave."""

    source: SourceFile
    test: CheckedTest
    inputs: "Mapping[str, Value]"
    value: "Value"

    def unmet(self, *, is_soft: bool) -> tuple[FailedExpectation, ...]:
        """Return the hard or the soft expectations that did not hold, in their order."""
        holds = self._part(EXPECTED)
        assert isinstance(holds, list), "a value for each expectation"
        return tuple(
            self._failed(index, one)
            for index, one in enumerate(self.test.expectations)
            if one.is_soft == is_soft and not holds[index]
        )

    def _failed(self, index: int, expectation: Expectation) -> FailedExpectation:
        values = self._names()
        line, column = self.source.position(expectation.span.start)
        named = tuple((name, values[name]) for name in expectation.names if name in values)
        return FailedExpectation(
            self._text(expectation.condition),
            line,
            column,
            named,
            tuple(self._shown_sides(index, expectation.condition)),
            self._difference(index, expectation.condition),
        )

    def _shown_sides(self, index: int, condition: TypedExpr) -> "Iterator[tuple[str, Value]]":
        """Yield the sides of a comparison whose value the text does not say by itself."""
        comparison = comparison_of(condition)
        if comparison is None:
            return
        for name, side in zip(_LEFT_AND_RIGHT, (comparison.left, comparison.right), strict=True):
            if not isinstance(side, TypedName) and not _is_constant(side):
                yield self._text(side), self._side(index, name, side)

    def _difference(self, index: int, condition: TypedExpr) -> str | None:
        comparison = comparison_of(condition)
        if comparison is None or comparison.op != "==":
            return None
        left = self._side(index, "left", comparison.left)
        return find_difference(left, self._side(index, "right", comparison.right))

    def _side(self, index: int, name: Side, side: TypedExpr) -> "Value":
        if isinstance(side, TypedName):
            return self._names()[side.name]
        if isinstance(side, TypedLiteral):
            return side.value
        sides = self._part(SIDES)
        assert isinstance(sides, dict), "the values that were compared"
        return sides[side_name(index, name)]

    def _names(self) -> "dict[str, Value]":
        given = self._part(GIVEN)
        assert isinstance(given, dict), "the named values"
        return {**self.inputs, **given}

    def _part(self, name: str) -> "Value":
        assert isinstance(self.value, dict), "a test's program gives a record"
        return self.value[name]

    def _text(self, expr: TypedExpr) -> str:
        return self.source.text[expr.span.start : expr.span.end]


def _is_constant(expr: TypedExpr) -> bool:
    """Return whether the text of `expr` is its value."""
    match expr:
        case TypedLiteral():
            return True
        case TypedUnary("-", operand):
            return _is_constant(operand)
        case TypedList(items):
            return all(map(_is_constant, items))
        case TypedRecord(fields):
            return all(_is_constant(value) for _, value in fields)
        case _:
            return False
