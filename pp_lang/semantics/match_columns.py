"""The places in a matched value that patterns ask about, and what patterns ask of them."""

from dataclasses import dataclass, field, replace

from pp_lang.semantics.subtypes import literal_fits
from pp_lang.semantics.ty import (
    NONE,
    BoolTy,
    FieldTy,
    FloatTy,
    IntTy,
    LiteralTy,
    NoneTy,
    RecordTy,
    Scalar,
    Ty,
    UnionTy,
    UnknownTy,
    plain,
    union_of,
)
from pp_lang.syntax import LiteralPattern, NamePattern, Pattern, RecordPattern

Key = tuple[str, object]
"""A constant: those that `==` takes for the same have one key."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some values of one member of a column's type."""

    index: int
    key: Key | None = None
    """The one value that it is, of a member that has others too."""
    excluded: frozenset[Key] = frozenset()
    """Values that are not in it, where that narrows the member."""


WHOLE = Part(-1)
"""Every value of a column's type."""

Taken = dict["Column", set[Part]]
"""What values can have in each column."""


@dataclass(eq=False, slots=True)
class Column:
    """The value that is matched, or a field in it that some pattern names."""

    members: tuple[Ty, ...]
    fields: dict[tuple[int, str], "Column"] = field(default_factory=dict)
    """Columns of fields by the member that has them, and their name."""
    closed_members: tuple[tuple[Key, int], ...] = field(init=False)
    """The members that are one value each, by what that is."""
    open_members: tuple[int, ...] = field(init=False)
    """The members, other than records, that have more values than that."""
    _closed: frozenset[Key] = field(init=False)

    def __post_init__(self) -> None:
        keys = [_key_of_member(one) for one in self.members]
        self.closed_members = tuple(
            (key, index) for index, key in enumerate(keys) if key is not None
        )
        self.open_members = tuple(
            index
            for index, one in enumerate(self.members)
            if keys[index] is None and not isinstance(one, RecordTy)
        )
        self._closed = frozenset(key for key, _ in self.closed_members)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing can be said of its values."""
        return not self.members or any(isinstance(one, UnknownTy) for one in self.members)

    def has(self, key: Key) -> bool:
        """Return whether a value can be the constant `key`."""
        return key in self._closed or any(fits(key, self.members[one]) for one in self.open_members)

    def with_inner(self) -> list["Column"]:
        """Return the column and all that are inside it."""
        return [self, *(inner for one in self.fields.values() for inner in one.with_inner())]

    def records_with(self, names: tuple[str, ...]) -> list[int]:
        """Return the indexes of the members that are records with all these fields."""
        return [
            index
            for index, one in enumerate(self.members)
            if isinstance(one, RecordTy) and all(one.find(name) is not None for name in names)
        ]

    def type_in(self, taken: Taken) -> Ty:
        """Return the type of the values that `taken` allows here; all where it says nothing."""
        parts = taken.get(self)
        if parts is None or WHOLE in parts:
            return union_of(list(self.members))
        ordered = sorted(parts, key=lambda one: (one.index, str(one.key)))
        found: dict[Ty, None] = {}
        for one in ordered:
            found |= dict.fromkeys([self._part_type(one, taken)])
        wide = {one for one in found if isinstance(one, IntTy)}  # has the single values already
        return union_of([one for one in found if not any(_is_in(one, other) for other in wide)])

    def example(self, decided: dict["Column", Part]) -> Ty:
        """Return a value that has in each column what is `decided`, as a pattern would show it."""
        part = decided.get(self)
        if part is None:
            return union_of(list(self.members))
        member = self.members[part.index]
        if isinstance(member, RecordTy):
            named = [
                FieldTy(name, column.example(decided))
                for (index, name), column in self.fields.items()
                if index == part.index and column in decided
            ]
            return RecordTy(tuple(named)) if named else member
        return self._part_type(part, {})

    def _part_type(self, part: Part, taken: Taken) -> Ty:
        member = self.members[part.index]
        if isinstance(member, RecordTy):
            return self._record_type(part.index, member, taken)
        if part.key is not None:
            return _type_of_key(part.key, member)
        rest = without(member, part.excluded)
        return member if rest is None else rest

    def _record_type(self, index: int, member: RecordTy, taken: Taken) -> Ty:
        fields = tuple(
            one if column is None else replace(one, ty=_same_or(one.ty, column.type_in(taken)))
            for one in member.fields
            for column in (self.fields.get((index, one.name)),)
        )
        return member if fields == member.fields else RecordTy(fields)


@dataclass(frozen=True, eq=False, slots=True)
class Cell:
    """What a pattern asks of a column: one of these constants, or a record like one of these."""

    keys: frozenset[Key]
    records: tuple[tuple[tuple[str, "Cell | None"], ...], ...]


def cell_of(patterns: tuple[Pattern, ...]) -> Cell | None:
    """Return what these patterns ask together; None where one of them takes everything."""
    if any(isinstance(one, NamePattern) for one in patterns):
        return None
    keys = frozenset(key_of(one.value) for one in patterns if isinstance(one, LiteralPattern))
    records = tuple(
        tuple((part.name.text, cell_of(part.patterns)) for part in one.fields)
        for one in patterns
        if isinstance(one, RecordPattern)
    )
    return Cell(keys, records)


def column_of(ty: Ty, patterns: tuple[Pattern, ...]) -> Column:
    """Return the column of a value of type `ty`, with one for each field that a pattern names."""
    column = Column(members_of(ty))
    named: dict[tuple[int, str], list[Pattern]] = {}
    for pattern in patterns:
        if isinstance(pattern, RecordPattern):
            for index in column.records_with(tuple(one.name.text for one in pattern.fields)):
                for one in pattern.fields:
                    named.setdefault((index, one.name.text), []).extend(one.patterns)
    for (index, name), asked in named.items():
        column.fields[index, name] = column_of(_field(column.members[index], name), tuple(asked))
    return column


def members_of(ty: Ty) -> tuple[Ty, ...]:
    """Return the types that a value of `ty` may be, unions and `bool` taken apart."""
    match plain(ty):
        case UnionTy(members):
            return tuple(part for member in members for part in members_of(member))
        case BoolTy():
            return (LiteralTy(True), LiteralTy(False))
        case other:
            return (other,)


def key_of(value: Scalar | None) -> Key:
    """Return the key of a constant."""
    if value is None:
        return ("none", None)
    if isinstance(value, bool):
        return ("bool", value)
    return ("text", value) if isinstance(value, str) else ("number", value)


def fits(key: Key, member: Ty) -> bool:
    """Return whether the constant is a value of `member`, or equal to one."""
    value = key[1]
    if isinstance(member, UnknownTy):
        return True
    if isinstance(member, IntTy) and isinstance(value, float) and value.is_integer():
        return literal_fits(int(value), member)
    return isinstance(value, str | int | float) and literal_fits(value, member)


def without(member: Ty, excluded: frozenset[Key]) -> Ty | None:
    """Return `member` without these values, as far as a type can say it; None for no values."""
    if not isinstance(member, IntTy) or not excluded:
        return member
    low, high = member.minimum, member.maximum
    while low is not None and ("number", low) in excluded:
        low += 1
        if high is not None and low > high:
            return None
    while high is not None and ("number", high) in excluded:
        high -= 1
    return LiteralTy(low) if low is not None and low == high else IntTy(low, high)


def _key_of_member(member: Ty) -> Key | None:
    if isinstance(member, NoneTy):
        return key_of(None)
    return key_of(member.value) if isinstance(member, LiteralTy) else None


def _type_of_key(key: Key, member: Ty) -> Ty:
    """Return the type of the values of `member` that are equal to the constant."""
    value = key[1]
    if isinstance(member, UnknownTy):
        return member
    if isinstance(member, FloatTy) and isinstance(value, int | float):
        return FloatTy(value, value)  # 1 and 1.0 are equal, and a `float` may be either
    if isinstance(member, IntTy) and isinstance(value, float):
        return LiteralTy(int(value))
    return LiteralTy(value) if isinstance(value, str | int | float) else NONE


def _is_in(ty: Ty, wide: Ty) -> bool:
    """Return whether `ty` is a part of the whole numbers of `wide`, and not just these."""
    if not isinstance(wide, IntTy) or ty == wide:
        return False
    if isinstance(ty, LiteralTy):
        return literal_fits(ty.value, wide)
    return (
        isinstance(ty, IntTy)
        and (wide.minimum is None or (ty.minimum is not None and ty.minimum >= wide.minimum))
        and (wide.maximum is None or (ty.maximum is not None and ty.maximum <= wide.maximum))
    )


def _same_or(declared: Ty, narrowed: Ty) -> Ty:
    """Return `declared` where the other is the same type in parts, so that it prints as written."""
    return declared if members_of(declared) == members_of(narrowed) else narrowed


def _field(member: Ty, name: str) -> Ty:
    found = member.find(name) if isinstance(member, RecordTy) else None
    assert found is not None, "only records that have the field are asked"
    return found.ty
