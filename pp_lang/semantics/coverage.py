"""Which values each case of a match takes: usefulness of patterns, as of Maranget (2007).

The patterns are a matrix: a row for each, a column for each place that they ask about. A column is
split into the parts that the rows tell apart; what is left of the matrix for each part is a smaller
matrix. Where the first row asks nothing more, it takes all that is left. So one walk tells which
rows take something, what their fields can be, and what no row takes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import merge

from pp_lang.semantics.match_columns import (
    WHOLE,
    Cell,
    Column,
    Key,
    Part,
    Taken,
    cell_of,
    column_of,
    fits,
    without,
)
from pp_lang.semantics.ty import RecordTy, Ty
from pp_lang.syntax import Pattern

MOST_ROWS = 30_000
"""Rows looked at before a match is too intricate: its values then need an `else`."""

MOST_COLUMNS = 150
"""Columns that one value is asked about before it is so."""

_Row = tuple[int, tuple[tuple[Column, Cell], ...]]
"""Which pattern it is, and what it still asks."""
_Columns = tuple[Column, ...]
_Rows = tuple[_Row, ...]
_Choice = tuple[Part, _Rows]
_Example = dict[Column, Part]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the rows of a match take of its values."""

    column: Column
    """The value itself."""
    taken: dict[int, Taken]
    """By row, what values that it takes can have. A row that takes none is not in it."""
    missing: tuple[Ty, ...]
    """Examples of what no row takes; some, not all."""
    num_rows: int
    """How many rows were looked at: what the walk cost."""


def cover(ty: Ty, rows: list[Pattern], *, has_else: bool, num_examples: int) -> Coverage:
    """Return what each of `rows` takes of the values of `ty` that those before it leave.

    With `has_else`, a last row takes what all others leave.
    """
    column = column_of(ty, tuple(rows))
    matrix: list[_Row] = []
    for place, pattern in enumerate(rows):
        cell = cell_of((pattern,))
        matrix.append((place, () if cell is None else ((column, cell),)))
    if has_else:
        matrix.append((len(rows), ()))
    walk = _Walk(num_examples)
    found = walk.outcome((column,), tuple(matrix))
    missing = tuple(dict.fromkeys(column.example(one) for one in found.missing))
    return Coverage(column, found.taken, missing, walk.num_rows)


@dataclass(slots=True)
class _Outcome:
    taken: dict[int, Taken] = field(default_factory=dict)
    missing: list[_Example] = field(default_factory=list)


class _Walk:
    def __init__(self, num_examples: int) -> None:
        self._num_examples = num_examples
        self._done: dict[tuple[_Columns, _Rows], _Outcome] = {}
        self._depth = 0
        self.num_rows = 0

    def outcome(self, columns: _Columns, rows: _Rows) -> _Outcome:
        """Return what each of `rows` takes, where `columns` can have every value they allow."""
        if not rows:
            return _Outcome(missing=[{}])
        key = columns, rows
        if key not in self._done:
            self.num_rows += len(rows)
            self._depth += 1
            self._done[key] = self._split(columns, rows)
            self._depth -= 1
        return self._done[key]

    def _split(self, columns: _Columns, rows: _Rows) -> _Outcome:
        place, cells = rows[0]
        if not cells:
            return _Outcome({place: _all_of(columns)})
        column = cells[0][0]
        if column.is_unknown:
            return _any_of(columns, rows, missing=[])
        if self.num_rows > MOST_ROWS or self._depth > MOST_COLUMNS:
            return _any_of(columns, rows, missing=[{}])
        rest = tuple(one for one in columns if one is not column)
        found = _Outcome()
        for part, chosen in _choices(column, rows):
            inside = tuple(one for (index, _), one in column.fields.items() if index == part.index)
            asked = {one for row in chosen for one, _ in row[1]}
            open_ = (*inside, *rest)
            inner = self.outcome(tuple(one for one in open_ if one in asked), chosen)
            self._add(found, column, part, inner, [one for one in open_ if one not in asked])
        return found

    def _add(
        self, found: _Outcome, column: Column, part: Part, inner: _Outcome, free: list[Column]
    ) -> None:
        """Add what is found in a part of `column`, where nothing is asked of those that are free.

        They are not in the smaller matrix, so that it is the same for more parts.
        """
        for place, seen in inner.taken.items():
            target = found.taken.setdefault(place, {})
            target.setdefault(column, set()).add(part)
            for other in free:
                target.setdefault(other, set()).add(WHOLE)
            for other, parts in seen.items():
                target.setdefault(other, set()).update(parts)
        room = self._num_examples - len(found.missing)
        found.missing += [{column: part, **one} for one in inner.missing[: max(room, 0)]]


def _choices(column: Column, rows: _Rows) -> Iterator[_Choice]:
    """Yield the parts of a column that the rows tell apart, each with the rows that are for it."""
    asked: dict[Key, list[int]] = {}
    others: list[int] = []
    cells = [_cell(row, column) for row in rows]
    for place, cell in enumerate(cells):
        if cell is None:
            others.append(place)
        else:
            for key in cell.keys:
                asked.setdefault(key, []).append(place)
    left = [_without_cell(row, column) for row in rows]

    def chosen(key: Key | None) -> _Rows:
        places = others if key is None else merge(asked.get(key, ()), others)
        return _up_to_whole(left[place] for place in places)

    for index, member in enumerate(column.members):
        if isinstance(member, RecordTy):
            found = _record_rows(column, index, rows, cells)
            yield Part(index), _up_to_whole(found)
    for key, index in column.closed_members:
        yield Part(index), chosen(key)
    for index in column.open_members:
        member = column.members[index]
        keys = [key for key in asked if fits(key, member)]
        for key in keys:
            yield Part(index, key), chosen(key)
        excluded = frozenset(keys)
        if without(member, excluded) is not None:
            is_narrower = without(member, excluded) != member
            yield Part(index, None, excluded if is_narrower else frozenset()), chosen(None)


def _record_rows(
    column: Column, index: int, rows: _Rows, cells: list[Cell | None]
) -> Iterator[_Row]:
    for row, cell in zip(rows, cells, strict=True):
        place, asked = _without_cell(row, column)
        if cell is None:
            yield place, asked
            continue
        for record in cell.records:
            columns = [(column.fields.get((index, name)), one) for name, one in record]
            if all(one is not None for one, _ in columns):
                inside = [(one, cell) for one, cell in columns if one is not None and cell]
                yield place, (*inside, *asked)


def _up_to_whole(rows: Iterator[_Row]) -> _Rows:
    """Return the rows up to one that asks nothing: it leaves nothing for those below."""
    found: list[_Row] = []
    for row in rows:
        found.append(row)
        if not row[1]:
            break
    return tuple(found)


def _all_of(columns: _Columns) -> Taken:
    return {one: {WHOLE} for one in columns}


def _any_of(columns: _Columns, rows: _Rows, missing: list[_Example]) -> _Outcome:
    """Return that each of these rows may take everything, which is never wrong."""
    possible = _up_to_whole(iter(rows))
    is_open = bool(possible[-1][1])
    inside = tuple(inner for one in columns for inner in one.with_inner())
    return _Outcome({place: _all_of(inside) for place, _ in possible}, missing if is_open else [])


def _cell(row: _Row, column: Column) -> Cell | None:
    return next((cell for one, cell in row[1] if one is column), None)


def _without_cell(row: _Row, column: Column) -> _Row:
    return row[0], tuple(one for one in row[1] if one[0] is not column)
