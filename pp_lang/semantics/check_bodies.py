"""Bodies of contexts and templates: laid out, holes checked like any other expression."""

from typing import assert_never

from pp_lang.semantics.body_layout import lay_out
from pp_lang.semantics.check_exprs import ExprChecker
from pp_lang.semantics.known_numbers import known_interval
from pp_lang.semantics.narrowing import facts_when
from pp_lang.semantics.scope import Scope
from pp_lang.semantics.ty import ContextTy, plain
from pp_lang.semantics.type_problems import WrongType
from pp_lang.semantics.typed_nodes import (
    TypedForPart,
    TypedHole,
    TypedIfPart,
    TypedPart,
    TypedText,
    TypedTurn,
)
from pp_lang.source import Span
from pp_lang.syntax import (
    Body,
    ForPart,
    HolePart,
    IfArm,
    IfPart,
    Part,
    RolePart,
    TagPart,
    TextPart,
)


class BodyChecker:
    """Checks bodies; names in them are the parameters and the loop variables."""

    def __init__(self, exprs: ExprChecker) -> None:
        self._exprs = exprs

    def check(self, body: Body, scope: Scope) -> tuple[TypedPart, ...]:
        """Return the typed parts of `body`, its text as it will be shown."""
        return self._parts(body.parts, lay_out(body), scope)

    def _parts(
        self, parts: tuple[Part, ...], shown: dict[Span, str], scope: Scope
    ) -> tuple[TypedPart, ...]:
        typed: list[TypedPart] = []
        for part in parts:
            match part:
                case TextPart(_, span):
                    if shown[span]:
                        typed.append(TypedText(shown[span], span))
                case TagPart():
                    pass
                case RolePart(role, span):
                    typed.append(TypedTurn(role, span))
                case HolePart():
                    typed.append(self._hole(part, scope))
                case ForPart():
                    typed.append(self._for(part, shown, scope))
                case IfPart():
                    typed += self._if(part.arms, part.span, shown, scope)
                case _:
                    assert_never(part)
        return tuple(typed)

    def _hole(self, part: HolePart, scope: Scope) -> TypedHole:
        value = self._exprs.infer(part.value, scope)
        if isinstance(plain(value.ty), ContextTy):
            self._exprs.problems.append(WrongType(value.span, value.ty, "a value to show"))
        return TypedHole(value, part.span)

    def _for(self, part: ForPart, shown: dict[Span, str], scope: Scope) -> TypedForPart:
        source = self._exprs.infer(part.source, scope)
        inner = scope.inner()
        self._exprs.define(
            part.variable, self._exprs.element(source, "for"), inner, known_interval(source)
        )
        parts = self._parts(part.parts, shown, inner)
        return TypedForPart(part.variable.text, source, parts, part.span)

    def _if(
        self, arms: tuple[IfArm, ...], span: Span, shown: dict[Span, str], scope: Scope
    ) -> tuple[TypedPart, ...]:
        """Return an if for the first arm, the others nested in its other side."""
        if not arms:
            return ()
        first, rest = arms[0], arms[1:]
        if first.condition is None:
            return self._parts(first.parts, shown, scope)
        condition = self._exprs.condition(first.condition, scope)
        yes = scope.with_facts(facts_when(condition, holds=True))
        no = scope.with_facts(facts_when(condition, holds=False))
        then = self._parts(first.parts, shown, yes)
        return (TypedIfPart(condition, then, self._if(rest, span, shown, no), span),)
