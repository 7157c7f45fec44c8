"""The patterns of a match in a row: what comes to each case, and to each place in its patterns."""

from dataclasses import dataclass

from pp_lang.semantics.coverage import cover
from pp_lang.semantics.match_columns import WHOLE, Column, Taken
from pp_lang.semantics.trace import declared_fields
from pp_lang.semantics.ty import UNKNOWN, FieldTy, Ty, union_of
from pp_lang.syntax import MatchExpr


class MatchRows:
    """The patterns of a match in a row, and what each takes."""

    def __init__(self, expr: MatchExpr, ty: Ty, *, num_examples: int) -> None:
        self._starts = [0]
        for case in expr.cases:
            self._starts.append(self._starts[-1] + len(case.patterns))
        self.num_cases = len(expr.cases) + (expr.otherwise is not None)
        patterns = [one for case in expr.cases for one in case.patterns]
        has_else = expr.otherwise is not None
        self.coverage = cover(ty, patterns, has_else=has_else, num_examples=num_examples)
        self._left: Taken = {}
        self._next = self.num_cases

    def is_row_chosen(self, place: int, number: int) -> bool:
        """Return whether some value comes to this pattern of a case."""
        return self._starts[place] + number in self.coverage.taken

    def is_chosen(self, place: int) -> bool:
        """Return whether some value comes to the case, or the `else` behind the last."""
        return any(row in self.coverage.taken for row in self._rows(place))

    def taken(self, place: int) -> Taken:
        """Return what values that come to a case can have; nothing is known where none comes."""
        found: Taken = {}
        for row in self._rows(place):
            _add(found, self.coverage.taken.get(row, {}))
        return found

    def left_for(self, place: int) -> Taken:
        """Return what values can have that come to a case or go on; asked from the last case up."""
        while self._next > place:
            self._next -= 1
            _add(self._left, self.taken(self._next))
        return self._left

    def type_of(self, place: int) -> Ty:
        """Return the type of the values that come to a case."""
        return self.coverage.column.type_in(self.taken(place)) if self.is_chosen(place) else UNKNOWN

    def _rows(self, place: int) -> range:
        if place == len(self._starts) - 1:
            return range(self._starts[-1], self._starts[-1] + 1)  # the else
        return range(self._starts[place], self._starts[place + 1])


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the value a pattern stands: one column for each record around."""

    taken: Taken
    left: Taken
    columns: tuple[Column, ...]

    @property
    def is_unknown(self) -> bool:
        """Whether nothing can be said of the values here."""
        return not self.columns or any(one.is_unknown for one in self.columns)

    def type_of(self, otherwise: Ty) -> Ty:
        """Return the type of the values here that come to the case."""
        if not self.columns:
            return otherwise
        return union_of([one.type_in(self.taken) for one in self.columns])

    def all_have(self, names: tuple[str, ...]) -> bool:
        """Return whether every value that is left is a record with these fields."""
        return all(_indexes(one, self.left) <= set(one.records_with(names)) for one in self.columns)

    def field(self, names: tuple[str, ...], name: str) -> tuple["Place", list[FieldTy]]:
        """Return the place of a field of the records with all these, and its declarations."""
        columns: list[Column] = []
        declared: list[FieldTy] = []
        for one in self.columns:
            reached = set(one.records_with(names))
            reached &= _indexes(one, self.taken) or reached
            for index in sorted(reached):
                columns.append(one.fields[index, name])
                declared += declared_fields(one.members[index], name)
        return Place(self.taken, self.left, tuple(columns)), declared


def _indexes(column: Column, taken: Taken) -> set[int]:
    """Return the members that a value can be of; all where nothing is known."""
    parts = taken.get(column)
    if parts is None or WHOLE in parts:
        return set(range(len(column.members)))
    return {one.index for one in parts}


def _add(target: Taken, seen: Taken) -> None:
    for column, parts in seen.items():
        target.setdefault(column, set()).update(parts)
