"""The types of the language, and what can be said of one alone."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pp_lang.source import Span

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class TextTy:
    """Text, optionally bounded in characters or matched as a whole by a pattern."""

    max_chars: int | None = None
    pattern: str | None = None

    def __str__(self) -> str:
        limits = []
        if self.max_chars is not None:
            limits.append(f"max_chars: {self.max_chars}")
        if self.pattern is not None:
            limits.append(f"pattern: {quoted(self.pattern)}")
        return f"text({', '.join(limits)})" if limits else "text"


@dataclass(frozen=True, slots=True)
class IntTy:
    """A whole number, optionally within bounds, both included."""

    minimum: int | None = None
    maximum: int | None = None

    def __str__(self) -> str:
        return f"int{_bounds(self.minimum, self.maximum)}"


@dataclass(frozen=True, slots=True)
class FloatTy:
    """A number, optionally within bounds, both included."""

    minimum: float | None = None
    maximum: float | None = None

    def __str__(self) -> str:
        return f"float{_bounds(self.minimum, self.maximum)}"


@dataclass(frozen=True, slots=True)
class BoolTy:
    """True or false."""

    def __str__(self) -> str:
        return "bool"


@dataclass(frozen=True, slots=True)
class NoneTy:
    """The absence of a value."""

    def __str__(self) -> str:
        return "none"


@dataclass(frozen=True, slots=True)
class LiteralTy:
    """Exactly one text, number or truth value."""

    value: Scalar

    def __str__(self) -> str:
        return show_scalar(self.value)

    def __eq__(self, other: object) -> bool:  # 1 and true are equal in Python, not here
        return (
            isinstance(other, LiteralTy)
            and type(self.value) is type(other.value)
            and self.value == other.value
        )

    def __hash__(self) -> int:
        return hash((type(self.value), self.value))


@dataclass(frozen=True, slots=True)
class UnionTy:
    """One of several types; flat, without repeats. Optional is a union with none.

    Of one type there is no union. The union of none is `NEVER`.
    """

    members: tuple["Ty", ...]

    def __str__(self) -> str:
        if not self.members:
            return "nothing"
        others = [member for member in self.members if not isinstance(member, NoneTy)]
        if len(others) == len(self.members):
            return " | ".join(map(str, others))
        if len(others) == 1:
            return f"{others[0]}?"
        return f"({' | '.join(map(str, others))})?"


@dataclass(frozen=True, slots=True)
class AnswerTy:
    """An answer of a model: a value of its type that knows its scores and its conversation."""

    value: "Ty"
    template: str = ""
    """Key of the template that asked for it; empty where several may have."""
    ancestors: tuple[str, ...] = ()
    """Keys of the templates whose conversation it continues, nearest first."""
    is_written: bool = False
    """Whether it was written though its values are a closed set now: it may have been none. What is
    written has no probabilities."""

    def __str__(self) -> str:
        return str(self.value)

    @property
    def conversation(self) -> tuple[str, ...]:
        """Keys of all templates that it may stand for an answer of, its own first."""
        return (self.template, *self.ancestors) if self.template else ()


@dataclass(frozen=True, slots=True)
class ListTy:
    """A list of values of one type, optionally bounded in length."""

    element: "Ty"
    min_items: int | None = None
    max_items: int | None = None

    def __str__(self) -> str:
        limits = []
        if self.min_items is not None:
            limits.append(f"min_items: {self.min_items}")
        if self.max_items is not None:
            limits.append(f"max_items: {self.max_items}")
        return f"list[{self.element}]" + (f"({', '.join(limits)})" if limits else "")


class DeclaredAt(NamedTuple):
    """Where a name is declared: the file, by the name of its source, and the place in it."""

    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class FieldTy:
    """One field of a record; the doc is shown to the model."""

    name: str
    ty: "Ty"
    doc: str | None = None
    place: DeclaredAt | None = field(default=None, compare=False, repr=False)
    """Where a type declares it; None where no type does. Means nothing for whether types fit."""


@dataclass(frozen=True, slots=True)
class RecordTy:
    """A record with named fields in a fixed order."""

    fields: tuple[FieldTy, ...]
    name: str | None = None
    """The name that the program gave it; None for one written in place."""

    def __str__(self) -> str:
        return self.name or "{ " + ", ".join(f"{f.name}: {f.ty}" for f in self.fields) + " }"

    def find(self, name: str) -> FieldTy | None:
        """Return the field called `name`, or None."""
        return next((field for field in self.fields if field.name == name), None)


@dataclass(frozen=True, slots=True)
class ContextTy:
    """An opened context. One nested in others may stand for each of them."""

    name: str
    ancestors: tuple[str, ...] = ()
    """Names of the contexts that it is nested in, nearest first."""

    def __str__(self) -> str:
        return f"context {self.name}"


@dataclass(frozen=True, slots=True)
class FunctionTy:
    """What a parameter of a program may be: something that can be called."""

    params: tuple["Ty", ...]
    result: "Ty"

    def __str__(self) -> str:
        return f"({', '.join(map(str, self.params))}) -> {self.result}"


@dataclass(frozen=True, slots=True)
class VariableTy:
    """A type parameter of a program: some type, the same throughout a call."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class UnknownTy:
    """The type of what was reported as wrong; it fits everywhere: one mistake, one error."""

    def __str__(self) -> str:
        return "…"


Ty = (
    TextTy
    | IntTy
    | FloatTy
    | BoolTy
    | NoneTy
    | LiteralTy
    | UnionTy
    | AnswerTy
    | ListTy
    | RecordTy
    | ContextTy
    | FunctionTy
    | VariableTy
    | UnknownTy
)

TEXT, INT, FLOAT, BOOL, NONE, UNKNOWN = (
    TextTy(),
    IntTy(),
    FloatTy(),
    BoolTy(),
    NoneTy(),
    UnknownTy(),
)


NEVER = UnionTy(())
"""The type of no value: of the items of `[]`. It fits everywhere, and nothing fits it."""


def union_of(members: list[Ty]) -> Ty:
    """Return the flat union of `members` without repeats; of one member, itself."""
    flat: dict[Ty, None] = {}
    for member in members:
        flat |= dict.fromkeys(member.members if isinstance(member, UnionTy) else (member,))
    if any(isinstance(part, UnknownTy) for part in flat):
        return UNKNOWN
    return next(iter(flat)) if len(flat) == 1 else UnionTy(tuple(flat))


def members_of(ty: Ty) -> tuple[Ty, ...]:
    """Return the members of a union; of another type, itself."""
    return ty.members if isinstance(ty, UnionTy) else (ty,)


def without_none(ty: Ty) -> Ty:
    """Return `ty` with none taken out of it."""
    if isinstance(ty, AnswerTy):
        value = without_none(ty.value)
        is_written = ty.is_written or value != ty.value
        return replace(ty, value=value, is_written=is_written)
    if isinstance(ty, UnionTy):
        others = [member for member in ty.members if not isinstance(member, NoneTy)]
        return union_of(list(map(without_none, others)))
    return ty


def plain(ty: Ty) -> Ty:
    """Return `ty` without what an answer is beyond its value."""
    return ty.value if isinstance(ty, AnswerTy) else ty


def widened(ty: Ty) -> Ty:
    """Return the type of a value that begins as a `ty` and may change: `0` becomes `int`."""
    match plain(ty):
        case LiteralTy(bool()):
            return BOOL
        case LiteralTy(int()) | IntTy():
            return INT
        case LiteralTy(float()) | FloatTy():
            return FLOAT
        case LiteralTy(str()) | TextTy():
            return TEXT
        case ListTy(element):
            return ListTy(widened(element))
        case other:
            return other


def closed_options(ty: Ty, *, most: int = 64) -> tuple[Scalar, ...] | None:
    """Return the members of a closed set (literals, bool) in order; None for any other type."""
    match plain(ty):
        case BoolTy():
            return (True, False)
        case LiteralTy(value):
            return (value,)
        case UnionTy(members) if members:
            found: list[Scalar] = []
            for member in members:
                options = closed_options(member, most=most)
                if options is None:
                    return None
                found += options
            return tuple(found) if len(found) <= most else None
        case _:
            return None


def is_scored(ty: Ty) -> bool:
    """Return whether a model's answer of type `ty` is chosen by likelihood: its options differ."""
    options = closed_options(ty)
    return options is not None and len({_as_answer(one) for one in options}) == len(options)


def _as_answer(option: Scalar) -> str:
    if isinstance(option, str | bool):
        return str(option).lower() if isinstance(option, bool) else option
    return f"{option:.15g}"


def size_of(ty: Ty, *, most: int) -> int:
    """Return how many types `ty` is made of; counting stops above `most`."""
    size, rest = 0, [ty]
    while rest and size <= most:
        size += 1
        match rest.pop():
            case UnionTy(members):
                rest += members
            case AnswerTy(inner) | ListTy(inner):
                rest.append(inner)
            case FunctionTy(params, result):
                rest += [*params, result]
            case RecordTy(fields):
                rest += [field.ty for field in fields]
            case _:
                pass
    return size


def made_by_program(ty: Ty) -> bool:
    """Return whether `ty` holds what only a running program can make: contexts and answers."""
    match ty:
        case ContextTy() | AnswerTy():
            return True
        case UnionTy(members):
            return any(map(made_by_program, members))
        case ListTy(element):
            return made_by_program(element)
        case RecordTy(fields):
            return any(made_by_program(field.ty) for field in fields)
        case _:
            return False


def show_scalar(value: Scalar) -> str:
    """Return the literal as a program would write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else repr(value)


def quoted(text: str) -> str:
    """Return `text` as a string literal of the language."""
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    )
    return f'"{escaped}"'


def _bounds(minimum: float | None, maximum: float | None) -> str:
    if minimum is not None and maximum is not None:
        return f"({minimum}..{maximum})"
    if minimum is not None:
        return f"(min: {minimum})"
    return f"(max: {maximum})" if maximum is not None else ""
