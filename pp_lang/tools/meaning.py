"""What a checked file knows about its values: types, what stands behind a dot, how to call."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from pp_lang.semantics import (
    UNKNOWN,
    AnswerTy,
    Checked,
    ContextTy,
    FunctionTy,
    Signature,
    Signatures,
    Trace,
    Ty,
    UnknownTy,
    element_of,
    fields_of,
    scores_of,
    without_none,
)
from pp_lang.source import Span

SCORES = {
    "entropy": "mean uncertainty of its tokens, in bits",
    "log_likelihood": "sum of the log-probabilities of its tokens, in nats",
    "logprob": "mean log-probability of its tokens, in nats",
    "probabilities": "of all options, in the order of the type",
    "probability": "of the option that was chosen",
    "raw": "the exact text of the model",
    "tokens": "how many tokens it has",
}
"""What an answer says about itself, in words."""


class MemberKind(StrEnum):
    """What stands behind a dot."""

    FIELD = "field"
    SCORE = "score"
    CALL = "call"


class Member(NamedTuple):
    """One thing that can stand behind the dot of a value."""

    name: str
    kind: MemberKind
    detail: str
    """Its type; of what is called, how."""
    doc: str | None = None


class Form(NamedTuple):
    """How something is called."""

    label: str
    parameters: tuple[str, ...]
    """As they stand in the label, in order."""
    names: tuple[str, ...]


class Step(NamedTuple):
    """One step from a value to what is made of it."""

    kind: str
    """`member`, `call` or `item`."""
    name: str = ""


Found = Ty | Signature | Signatures | None
"""What a written name stands for: a value, something to call, a module; None for unknown things."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Types by place; of a file that cannot be read, none."""

    trace: Trace = field(default_factory=Trace)
    signatures: Signatures = field(default_factory=Signatures)

    def type_at(self, name: Span) -> Ty | None:
        """Return the type of a name, by its place; None where nothing is known."""
        ty = self.trace.types.get(name)
        return None if isinstance(ty, UnknownTy) else ty

    def name_at(self, offset: int) -> Span | None:
        """Return the place of the typed name at `offset`, or None."""
        return next((one for one in self.trace.types if one.start <= offset <= one.end), None)

    def follow(self, value: Ty | None, name: str, steps: Iterable[Step]) -> Found:
        """Return what `name` and the steps behind it lead to; `value` is its type, if it has one.

        So `draft.again().tokens` is the name `draft` and the steps member, call, member.
        """
        found: Found = value
        if value is None:
            found = self.signatures.namespaces.get(name) or self.signatures.callables.get(name)
        for step in steps:
            found = self._step(found, step)
        return found

    def _step(self, found: Found, step: Step) -> Found:
        match found, step:
            case Signature(), Step("call"):
                return found.result
            case FunctionTy(), Step("call"):
                return found.result
            case Signatures(), Step("member", name):
                return found.callables.get(name)
            case None | Signature() | Signatures(), _:
                return None
            case ty, Step("member", name):
                return self._member_type(ty, name)
            case ty, Step("item"):
                return element_of(without_none(ty))
            case _:
                return None

    def _member_type(self, ty: Ty, name: str) -> Found:
        ty = without_none(ty)
        values = {**scores_of(ty), **fields_of(ty)}
        return values[name] if name in values else self._calls(ty).get(name)

    def members_of(self, ty: Ty) -> tuple[Member, ...]:
        """Return what can stand behind the dot of a value, fields first."""
        ty = without_none(ty)
        fields = fields_of(ty)
        found = [Member(name, MemberKind.FIELD, show_type(one)) for name, one in fields.items()]
        found += [
            Member(name, MemberKind.SCORE, show_type(one), SCORES[name])
            for name, one in scores_of(ty).items()
            if name not in fields
        ]
        calls = self._calls(ty)
        return (*found, *(_called(name, one) for name, one in calls.items()))

    def _calls(self, ty: Ty) -> dict[str, Signature]:
        if not isinstance(ty, ContextTy | AnswerTy):
            return {}
        return self.signatures.members_of(ty)


def meaning_of(checked: Checked | None) -> Meaning:
    """Return what is known from checking."""
    return Meaning() if checked is None else Meaning(checked.trace, checked.imported.signatures)


def form_of(signature: Signature) -> Form:
    """Return how a declaration is called."""
    parameters = tuple(
        f"{one.name}: {show_type(one.ty)}{'' if one.is_required else ' = …'}"
        for one in signature.parameters
    )
    result = "" if isinstance(signature.result, UnknownTy) else f" -> {show_type(signature.result)}"
    label = f"{signature.name}({', '.join(parameters)}){result}"
    return Form(label, parameters, tuple(one.name for one in signature.parameters))


def show_type(ty: Ty) -> str:
    """Return a type in the words of the language; of an answer, with the template it answers."""
    if isinstance(ty, AnswerTy) and ty.template:
        return f"{ty} (an answer of {ty.template.rpartition('.')[2]})"
    return "…" if ty == UNKNOWN else str(ty)


def _called(name: str, signature: Signature) -> Member:
    return Member(name, MemberKind.CALL, form_of(signature).label)
